package lathe.engine.adapter.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The working columns of a recipe as tensors: the counterpart of [lathe.scoring.step.Frame] in the graph.
///
/// A number column is one column of a block, so that a step on 500 columns is one node, not 500.
final class GraphFrame {

    private record Cell(Block block, int column) {
    }

    private final GraphBuilder graph;
    private final Map<String, Cell> numbers = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    GraphFrame(GraphBuilder graph) {
        this.graph = graph;
    }

    /// The text column, shape \[N, 1\], missing as the empty text.
    /// @throws IllegalArgumentException if there is no such column or it is a number
    String text(String name) {
        String tensor = texts.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no text column '%s'".formatted(name));
        }
        return tensor;
    }

    void putText(String name, String tensor) {
        numbers.remove(name);
        texts.put(name, tensor);
    }

    /// Puts a block's columns under these names, first to last.
    void put(List<String> names, String tensor) {
        Block block = new Block(tensor, names.size());
        for (int i = 0; i < names.size(); i++) {
            texts.remove(names.get(i));
            numbers.put(names.get(i), new Cell(block, i));
        }
    }

    /// The columns named side by side; at least one. A block that is asked for whole is not copied.
    /// @throws IllegalArgumentException if one is missing or not a number
    Block block(List<String> names) {
        List<String> pieces = new ArrayList<>();
        for (int start = 0, end; start < names.size(); start = end) {
            Block block = cell(names.get(start)).block();
            end = start + 1;
            while (end < names.size() && cell(names.get(end)).block().equals(block)) {
                end++;
            }
            pieces.add(piece(block, names.subList(start, end)));
        }
        String joined = pieces.size() == 1 ? pieces.getFirst()
                : graph.node("Concat", pieces, Attributes.of("axis", 1));
        put(names, joined);   // the same values: whoever asks next finds one block
        return new Block(joined, names.size());
    }

    private String piece(Block block, List<String> names) {
        long[] columns = names.stream().mapToLong(name -> cell(name).column()).toArray();
        boolean whole = columns.length == block.width()
                && IntStream.range(0, columns.length).allMatch(i -> columns[i] == i);
        return whole ? block.tensor()
                : graph.node("Gather", List.of(block.tensor(), graph.longs(columns)), Attributes.of("axis", 1));
    }

    private Cell cell(String name) {
        Cell cell = numbers.get(name);
        if (cell == null) {
            throw new IllegalArgumentException("no number column '%s'".formatted(name));
        }
        return cell;
    }
}
