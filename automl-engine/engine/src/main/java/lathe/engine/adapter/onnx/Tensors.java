package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import lathe.scoring.form.Floats;

/// Constant tensors. Numbers are stored as raw little-endian bytes, texts as UTF-8.
final class Tensors {

    private Tensors() {
    }

    static TensorProto doubles(long[] shape, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return shaped(shape, DataType.DOUBLE).setRawData(ByteString.copyFrom(bytes)).build();
    }

    /// Several lists, one behind the other.
    static TensorProto floats(long[] shape, List<Floats> parts) {
        int count = parts.stream().mapToInt(Floats::size).reduce(0, Math::addExact);
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(count, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer floats = bytes.asFloatBuffer();
        parts.forEach(part -> floats.put(part.toArray()));
        return shaped(shape, DataType.FLOAT).setRawData(ByteString.copyFrom(bytes)).build();
    }

    static TensorProto longs(long[] shape, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return shaped(shape, DataType.INT64).setRawData(ByteString.copyFrom(bytes)).build();
    }

    static TensorProto bytes(byte[] values) {
        return shaped(new long[] {values.length}, DataType.UINT8).setRawData(ByteString.copyFrom(values)).build();
    }

    static TensorProto texts(long[] shape, List<String> values) {
        TensorProto.Builder tensor = shaped(shape, DataType.STRING);
        values.forEach(value -> tensor.addStringData(ByteString.copyFromUtf8(value)));
        return tensor.build();
    }

    private static TensorProto.Builder shaped(long[] shape, DataType type) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(type.getNumber());
        for (long size : shape) {
            tensor.addDims(size);
        }
        return tensor;
    }
}
