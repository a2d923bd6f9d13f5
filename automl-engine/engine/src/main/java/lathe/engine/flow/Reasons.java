package lathe.engine.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Predictions;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.explain.Contribution;
import lathe.scoring.explain.Contributions;
import lathe.scoring.explain.Effort;
import lathe.scoring.explain.RowExplainer;
import lathe.scoring.pack.ModelPackage;

/// The main reasons of many rows, found on all cores.
final class Reasons implements AutoCloseable {

    private static final int PIECE = 64;

    private final Signature signature;
    private final int count;
    private final CancelToken cancel;
    private final Optional<RowExplainer> explainer;
    private final ExecutorService threads;

    /// @param count reasons wanted for each row; with 0 nothing is explained
    Reasons(ModelPackage model, int count, CancelToken cancel) {
        this.signature = model.signature();
        this.count = count;
        this.cancel = cancel;
        this.explainer = count == 0 ? Optional.empty() : Optional.of(RowExplainer.of(model));
        this.threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("reasons").daemon().factory());
    }

    /// For each row as many texts as reasons are wanted; empty ones where fewer columns moved the answer.
    List<List<String>> of(Table rows, Predictions predictions) {
        if (count == 0) {
            return Collections.nCopies(rows.rows(), List.of());
        }
        List<Future<List<List<String>>>> pieces = new ArrayList<>();
        for (int start = 0; start < rows.rows(); start += PIECE) {
            int[] piece = IntStream.range(start, Math.min(start + PIECE, rows.rows())).toArray();
            pieces.add(threads.submit(() -> explain(rows.select(piece), predictions.select(piece))));
        }
        List<List<String>> texts = new ArrayList<>();
        for (Future<List<List<String>>> piece : pieces) {
            texts.addAll(result(piece));
        }
        return texts;
    }

    private List<List<String>> explain(Table rows, Predictions predictions) {
        cancel.stopIfCancelled();
        int[] outputs = IntStream.range(0, rows.rows()).map(row -> output(predictions, row)).toArray();
        return explained(rows, outputs);
    }

    private List<List<String>> explained(Table rows, int[] outputs) {
        boolean probability = signature.task().isClassification();
        List<Contributions> all = explainer.orElseThrow().explain(rows, outputs, Effort.QUICK);
        List<List<String>> texts = new ArrayList<>();
        for (int row = 0; row < outputs.length; row++) {
            List<String> ofRow = new ArrayList<>();
            for (Contribution reason : all.get(row).main(count)) {
                if (!ReasonText.isNothing(reason, probability)) {
                    ofRow.add(ReasonText.of(reason, rows, row, probability));
                }
            }
            ofRow.addAll(Collections.nCopies(count - ofRow.size(), ""));
            texts.add(ofRow);
        }
        return texts;
    }

    private int output(Predictions predictions, int row) {
        return switch (signature.task()) {
            case BINARY -> signature.positive();
            case MULTICLASS -> signature.decide(predictions, row);
            case REGRESSION -> 0;
        };
    }

    private static List<List<String>> result(Future<List<List<String>>> piece) {
        try {
            return piece.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
