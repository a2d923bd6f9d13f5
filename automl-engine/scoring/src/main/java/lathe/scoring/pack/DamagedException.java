package lathe.scoring.pack;

/// A file does not hold what its format asks for. Turned into a [lathe.scoring.Problem] where the path is known.
final class DamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
        super(message);
    }

    DamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
