package lathe.engine.data;

/// How much a file may ask for: files come from strangers.
public final class ImportLimits {

    /// Characters of one cell.
    public static final int CELL_LENGTH = 1_000_000;
    public static final int COLUMNS = 10_000;
    /// Nesting of JSON.
    public static final int DEPTH = 50;
    /// Unpacked bytes for each packed byte, once [#FREELY_UNPACKED] bytes are out.
    public static final int PACKING_RATIO = 200;
    public static final long FREELY_UNPACKED = 64L << 20;
    /// Keys of a map that become columns of their own; a map with more becomes the list of its keys.
    public static final int MAP_COLUMNS = 30;

    private ImportLimits() {
    }
}
