package lathe.scoring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of content, written as 64 hexadecimal digits.
///
/// @param hex the digits, lower case
public record Fingerprint(String hex) {

    /// Of a table: names, types and values; the same cells give the same fingerprint whatever file they came from.
    public static Fingerprint of(Table table) {
        MessageDigest digest = sha256();
        for (int i = 0; i < table.columns().size(); i++) {
            Field field = table.schema().field(i);
            digest.update((field.name() + "\u0000" + field.type() + "\u0000").getBytes(StandardCharsets.UTF_8));
            switch (table.columns().get(i)) {
                case NumberColumn numbers -> update(digest, numbers);
                case StringColumn strings -> update(digest, strings);
            }
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    public static Fingerprint of(String text) {
        return new Fingerprint(HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static void update(MessageDigest digest, NumberColumn column) {
        ByteBuffer buffer = ByteBuffer.allocate(column.rows() * Double.BYTES);
        for (double value : column.values()) {
            buffer.putDouble(value);
        }
        digest.update(buffer.array());
    }

    private static void update(MessageDigest digest, StringColumn column) {
        for (int row = 0; row < column.rows(); row++) {
            digest.update(column.text(row).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
