package lathe.scoring;

/// Something the user can put right, told in one message.
///
/// @param code   stable lower-case id, for example `target-missing`; texts are chosen by it
/// @param what   the thing, the rule and the value found, one sentence
/// @param where  file, sheet, row or column it concerns; empty if it concerns the whole
/// @param remedy what to do, one sentence
public record Problem(String code, String what, String where, String remedy) {

    /// @throws IllegalArgumentException if the code or the sentence is blank
    public Problem {
        if (code.isBlank() || what.isBlank()) {
            throw new IllegalArgumentException("a problem needs a code and a sentence, had '%s' and '%s'"
                    .formatted(code, what));
        }
    }

    public static Problem of(String code, String what, String remedy) {
        return new Problem(code, what, "", remedy);
    }

    /// The whole message as one line: place, sentence, remedy.
    public String message() {
        String place = where.isEmpty() ? "" : where + ": ";
        return place + what + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
