package lathe.scoring.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.scoring.form.Floats;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Collects tensors and writes them in the safetensors layout: 8 bytes with the header's length, the header as JSON,
/// the numbers; everything little endian. A handful of numbers stays in the JSON.
///
/// Layout: <https://huggingface.co/docs/safetensors>.
final class TensorWriter implements TensorSink {

    static final int HANDFUL = 8;
    private static final int ALIGNMENT = 8;
    private static final int BUFFER = 1 << 16;

    private record Named(String name, Tensor tensor) { }

    private final List<Named> tensors = new ArrayList<>();

    @Override
    public JsonNode doubles(String label, double[] values) {
        boolean inline = values.length <= HANDFUL;
        for (double value : values) {
            inline &= !Double.isInfinite(value);
        }
        return inline ? JsonText.numbers(values) : add(label, new Tensor.Doubles(values));
    }

    @Override
    public JsonNode floats(String label, Floats values) {
        return add(label, new Tensor.Floats(values.toArray()));
    }

    @Override
    public JsonNode ints(String label, int[] values) {
        return values.length <= HANDFUL ? new InlineTensors().ints(label, values) : add(label, new Tensor.Ints(values));
    }

    @Override
    public JsonNode flags(String label, boolean[] values) {
        return values.length <= HANDFUL ? new InlineTensors().flags(label, values) : add(label, new Tensor.Flags(values));
    }

    @Override
    public JsonNode bytes(String label, byte[] values) {
        return add(label, new Tensor.Bytes(values));
    }

    private JsonNode add(String label, Tensor tensor) {
        String name = "%05d.%s".formatted(tensors.size(), label).toLowerCase(Locale.ROOT);
        tensors.add(new Named(name, tensor));
        return JsonText.object().put("tensor", name);
    }

    /// Writes the whole file; may be called again and gives the same bytes.
    void writeTo(OutputStream out) throws IOException {
        List<Named> ordered = ordered();
        byte[] header = header(ordered);
        out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
        out.write(header);
        LittleEndian numbers = new LittleEndian(out);
        for (Named named : ordered) {
            write(named.tensor, numbers);
        }
        numbers.flush();
    }

    // Wide types first, so that every tensor is aligned to its width.
    private List<Named> ordered() {
        List<Named> ordered = new ArrayList<>(tensors);
        ordered.sort((a, b) -> Integer.compare(Tensor.width(b.tensor.type()), Tensor.width(a.tensor.type())));
        return ordered;
    }

    private static byte[] header(List<Named> ordered) {
        ObjectNode header = JsonText.object();
        long offset = 0;
        for (Named named : ordered) {
            Tensor tensor = named.tensor;
            long end = offset + (long) tensor.length() * Tensor.width(tensor.type());
            ObjectNode entry = header.putObject(named.name).put("dtype", tensor.type());
            entry.putArray("shape").add(tensor.length());
            ArrayNode offsets = entry.putArray("data_offsets");
            offsets.add(offset).add(end);
            offset = end;
        }
        byte[] json = JsonText.bytes(header);
        int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] out = " ".repeat(padded).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(json, 0, out, 0, json.length);
        return out;
    }

    private static void write(Tensor tensor, LittleEndian out) throws IOException {
        switch (tensor) {
            case Tensor.Doubles doubles -> {
                for (double value : doubles.values()) {
                    out.room(Double.BYTES).putDouble(value);
                }
            }
            case Tensor.Floats floats -> {
                for (float value : floats.values()) {
                    out.room(Float.BYTES).putFloat(value);
                }
            }
            case Tensor.Ints ints -> {
                for (int value : ints.values()) {
                    out.room(Integer.BYTES).putInt(value);
                }
            }
            case Tensor.Flags flags -> {
                for (boolean value : flags.values()) {
                    out.room(1).put((byte) (value ? 1 : 0));
                }
            }
            case Tensor.Bytes bytes -> {
                for (byte value : bytes.values()) {
                    out.room(1).put(value);
                }
            }
        }
    }

    /// Gathers numbers before they go out.
    private static final class LittleEndian {
        private final byte[] bytes = new byte[BUFFER];
        private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        private final OutputStream out;

        LittleEndian(OutputStream out) {
            this.out = out;
        }

        ByteBuffer room(int wanted) throws IOException {
            if (buffer.remaining() < wanted) {
                flush();
            }
            return buffer;
        }

        void flush() throws IOException {
            out.write(bytes, 0, buffer.position());
            buffer.clear();
        }
    }
}
