package lathe.engine.derive;

/// A text is no expression, or does not fit the table.
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int start;
    private final int end;
    private final String remedy;

    /// @param what   one sentence
    /// @param start  first character concerned, from 0
    /// @param end    behind the last one
    /// @param remedy what to do, one sentence
    public ExpressionException(String what, int start, int end, String remedy) {
        super(what);
        this.start = start;
        this.end = end;
        this.remedy = remedy;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String remedy() {
        return remedy;
    }
}
