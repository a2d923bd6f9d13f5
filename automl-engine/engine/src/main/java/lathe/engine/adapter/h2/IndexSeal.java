package lathe.engine.adapter.h2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells index files this user's Lathe wrote and closed from all others: HMAC-SHA256 of the content, with a key that stays
/// with the user, in a file beside the index.
///
/// Projects travel; a database inside one may come from anybody and run code when opened. Without a valid seal the index is
/// rebuilt from the run files instead, which also covers damage and crashes.
public final class IndexSeal {

    private static final int KEY_BYTES = 32;

    private final byte[] key;

    private IndexSeal(byte[] key) {
        this.key = key;
    }

    /// With the key in a file, made if it is missing. If that cannot be, the key lives as long as this process.
    public static IndexSeal withKeyIn(Path file) {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                createPrivate(file);
                Files.write(file, fresh);
            }
            byte[] stored = Files.readAllBytes(file);
            return new IndexSeal(stored.length == KEY_BYTES ? stored : fresh);
        } catch (IOException e) {
            return new IndexSeal(fresh);
        }
    }

    /// With the key in the user's home folder, `.lathe/index.key`.
    public static IndexSeal ofUser() {
        return withKeyIn(Path.of(System.getProperty("user.home", "."), ".lathe", "index.key"));
    }

    private static void createPrivate(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    boolean holds(Path file) {
        try {
            Path seal = sealOf(file);
            return Files.isRegularFile(file) && Files.isRegularFile(seal) && Files.size(seal) <= 200
                    && MessageDigest.isEqual(Files.readAllBytes(seal), text(file));
        } catch (IOException e) {
            return false;
        }
    }

    void put(Path file) throws IOException {
        Files.write(sealOf(file), text(file));
    }

    void remove(Path file) throws IOException {
        Files.deleteIfExists(sealOf(file));
    }

    private static Path sealOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".seal");
    }

    private byte[] text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                mac.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
