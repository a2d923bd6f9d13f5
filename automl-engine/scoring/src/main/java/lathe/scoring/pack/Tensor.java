package lathe.scoring.pack;

/// One list of numbers in a safetensors file. Never compared.
sealed interface Tensor {

    /// 64-bit floats.
    record Doubles(double[] values) implements Tensor { }

    /// 32-bit floats.
    record Floats(float[] values) implements Tensor { }

    /// 32-bit whole numbers.
    record Ints(int[] values) implements Tensor { }

    /// Bytes 0 and 1.
    record Flags(boolean[] values) implements Tensor { }

    /// Bytes of any content; another type than flags, so that a header says which they are.
    record Bytes(byte[] values) implements Tensor { }

    default String type() {
        return switch (this) {
            case Doubles d -> "F64";
            case Floats f -> "F32";
            case Ints i -> "I32";
            case Flags f -> "U8";
            case Bytes b -> "I8";
        };
    }

    default int length() {
        return switch (this) {
            case Doubles d -> d.values.length;
            case Floats f -> f.values.length;
            case Ints i -> i.values.length;
            case Flags f -> f.values.length;
            case Bytes b -> b.values.length;
        };
    }

    /// Bytes of one number.
    static int width(String type) {
        return switch (type) {
            case "F64" -> Double.BYTES;
            case "F32" -> Float.BYTES;
            case "I32" -> Integer.BYTES;
            case "U8", "I8" -> 1;
            default -> throw new DamagedException("the tensor type '%s' is unknown".formatted(type));
        };
    }
}
