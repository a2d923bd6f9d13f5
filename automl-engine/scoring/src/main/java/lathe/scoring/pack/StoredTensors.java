package lathe.scoring.pack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.form.Floats;
import tools.jackson.databind.JsonNode;

/// Tensors read from a safetensors stream. Each is given out once, so that a small file cannot ask for much memory.
final class StoredTensors implements TensorSource {

    private static final int LONGEST_HEADER = 32 << 20;
    private static final int BUFFER = 1 << 16;

    private record Entry(String name, String type, int length, long begin, long end) { }

    private final Map<String, Tensor> tensors;

    private StoredTensors(Map<String, Tensor> tensors) {
        this.tensors = tensors;
    }

    /// @param in   the whole file
    /// @param size its length in bytes; nothing is reserved beyond it
    /// @throws DamagedException if the layout is not sound: lengths, types, shapes, offsets without gap or overlap
    static StoredTensors read(InputStream in, long size) throws IOException {
        long length = ByteBuffer.wrap(bytes(in, Long.BYTES, size)).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > LONGEST_HEADER || length > size - Long.BYTES) {
            throw new DamagedException("the header of the tensors must lie within the file, its length is given as " + length);
        }
        List<Entry> entries = entries(JsonText.parse(bytes(in, (int) length, size), "the header of the tensors"),
                size - Long.BYTES - length);
        Map<String, Tensor> tensors = new HashMap<>();
        for (Entry entry : entries) {
            tensors.put(entry.name, tensor(entry, in));
        }
        if (in.read() >= 0) {
            throw new DamagedException("the tensors are longer than their header says");
        }
        return new StoredTensors(tensors);
    }

    private static byte[] bytes(InputStream in, int count, long size) throws IOException {
        if (count > size) {
            throw new DamagedException("the tensors are cut short");
        }
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new DamagedException("the tensors are cut short");
        }
        return bytes;
    }

    private static List<Entry> entries(JsonNode header, long dataSize) {
        if (!header.isObject()) {
            throw new DamagedException("the header of the tensors must be a JSON object");
        }
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : header.properties()) {
            if (!property.getKey().equals("__metadata__")) {
                entries.add(entry(property.getKey(), property.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long expected = 0;
        for (Entry entry : entries) {
            if (entry.begin != expected || entry.end > dataSize) {
                throw new DamagedException("tensor '%s' does not follow the one before it within the file".formatted(entry.name));
            }
            expected = entry.end;
        }
        if (expected != dataSize) {
            throw new DamagedException("the tensors must fill their file, %d of %d bytes are used".formatted(expected, dataSize));
        }
        return entries;
    }

    private static Entry entry(String name, JsonNode node) {
        String what = "tensor '%s'".formatted(name);
        JsonRecord record = JsonRecord.of(node, what, "dtype", "shape", "data_offsets");
        List<JsonNode> shape = record.list("shape");
        List<JsonNode> offsets = record.list("data_offsets");
        boolean sound = shape.size() == 1 && shape.getFirst().isInt() && shape.getFirst().intValue() >= 0
                && offsets.size() == 2 && offsets.stream().allMatch(JsonNode::isIntegralNumber)
                && offsets.stream().allMatch(JsonNode::canConvertToLong);
        if (!sound) {
            throw new DamagedException(what + " needs one length and two offsets");
        }
        int length = shape.getFirst().intValue();
        long begin = offsets.getFirst().longValue();
        long end = offsets.get(1).longValue();
        if (begin < 0 || end < begin || end - begin != (long) length * Tensor.width(record.text("dtype"))) {
            throw new DamagedException(what + " has offsets that do not fit its length");
        }
        return new Entry(name, record.text("dtype"), length, begin, end);
    }

    private static Tensor tensor(Entry entry, InputStream in) throws IOException {
        try {
            return switch (entry.type) {
                case "F64" -> new Tensor.Doubles(doubles(in, entry.length));
                case "F32" -> new Tensor.Floats(floats(in, entry.length));
                case "I32" -> new Tensor.Ints(ints(in, entry.length));
                case "I8" -> new Tensor.Bytes(chunk(in, entry.length).array());
                default -> new Tensor.Flags(flags(in, entry.length));
            };
        } catch (EOFException e) {
            throw new DamagedException("tensor '%s' is cut short".formatted(entry.name), e);
        }
    }

    private static double[] doubles(InputStream in, int length) throws IOException {
        double[] values = new double[length];
        int step = BUFFER / Double.BYTES;
        for (int start = 0; start < length; start += step) {
            int count = Math.min(step, length - start);
            chunk(in, count * Double.BYTES).asDoubleBuffer().get(values, start, count);
        }
        return values;
    }

    private static float[] floats(InputStream in, int length) throws IOException {
        float[] values = new float[length];
        int step = BUFFER / Float.BYTES;
        for (int start = 0; start < length; start += step) {
            int count = Math.min(step, length - start);
            chunk(in, count * Float.BYTES).asFloatBuffer().get(values, start, count);
        }
        return values;
    }

    private static int[] ints(InputStream in, int length) throws IOException {
        int[] values = new int[length];
        int step = BUFFER / Integer.BYTES;
        for (int start = 0; start < length; start += step) {
            int count = Math.min(step, length - start);
            chunk(in, count * Integer.BYTES).asIntBuffer().get(values, start, count);
        }
        return values;
    }

    private static boolean[] flags(InputStream in, int length) throws IOException {
        boolean[] values = new boolean[length];
        for (int start = 0; start < length; start += BUFFER) {
            int count = Math.min(BUFFER, length - start);
            ByteBuffer bytes = chunk(in, count);
            for (int i = 0; i < count; i++) {
                values[start + i] = flag(bytes.get(i));
            }
        }
        return values;
    }

    private static boolean flag(byte value) {
        if (value != 0 && value != 1) {
            throw new DamagedException("a flag must be 0 or 1, was " + value);
        }
        return value == 1;
    }

    private static ByteBuffer chunk(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("expected %d bytes, had %d".formatted(count, bytes.length));
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public double[] doubles(JsonNode node) {
        if (node.isArray()) {
            return JsonRecord.of(JsonText.object().set("numbers", node), "a list of numbers", "numbers").numbers("numbers");
        }
        return take(node, Tensor.Doubles.class).values();
    }

    @Override
    public Floats floats(JsonNode node) {
        return Floats.of(take(node, Tensor.Floats.class).values());
    }

    @Override
    public int[] ints(JsonNode node) {
        if (node.isArray()) {
            return node.values().stream().mapToInt(StoredTensors::whole).toArray();
        }
        return take(node, Tensor.Ints.class).values();
    }

    @Override
    public boolean[] flags(JsonNode node) {
        if (!node.isArray()) {
            return take(node, Tensor.Flags.class).values();
        }
        boolean[] values = new boolean[node.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode item = node.path(i);
            if (!item.isBoolean()) {
                throw new DamagedException("a list of flags must hold true and false only");
            }
            values[i] = item.booleanValue();
        }
        return values;
    }

    @Override
    public byte[] bytes(JsonNode node) {
        return take(node, Tensor.Bytes.class).values();
    }

    private static int whole(JsonNode node) {
        if (!node.isInt()) {
            throw new DamagedException("a list of whole numbers holds something else");
        }
        return node.intValue();
    }

    private <T extends Tensor> T take(JsonNode node, Class<T> type) {
        String name = JsonRecord.of(node, "a tensor's reference", "tensor").text("tensor");
        Tensor tensor = tensors.remove(name);
        if (!type.isInstance(tensor)) {
            throw new DamagedException("tensor '%s' is not there, is used twice or has another type".formatted(name));
        }
        return type.cast(tensor);
    }

    /// @throws DamagedException if a tensor was not asked for
    void checkAllUsed() {
        if (!tensors.isEmpty()) {
            throw new DamagedException("%d tensors belong to nothing".formatted(tensors.size()));
        }
    }
}
