package lathe.engine.profile;

/// Values in sentences.
final class Shown {

    private static final int MOST = 40;

    private Shown() {
    }

    static String of(String text) {
        return text.length() > MOST ? text.substring(0, MOST) + "..." : text;
    }
}
