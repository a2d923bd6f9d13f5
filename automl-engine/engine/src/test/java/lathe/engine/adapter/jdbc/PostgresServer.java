package lathe.engine.adapter.jdbc;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL server of this machine's packages on the loopback address, in a folder of its own; stopped by its process.
final class PostgresServer implements AutoCloseable {

    static final String USER = "lathe";
    static final String PASSWORD = "not-a-secret-7";
    private static final int SECONDS = 30;
    private static final String OTHER_USER = "nobody";   // PostgreSQL does not run as root

    private final Process process;
    private final int port;

    private PostgresServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// The folder of `initdb` and `postgres`, if this machine has them.
    static Optional<Path> programs() {
        List<Path> places = new ArrayList<>();
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            versions.map(version -> version.resolve("bin")).forEach(places::add);
        } catch (IOException none) {
            places.add(Path.of("/usr/bin"));
        }
        for (String each : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            places.add(Path.of(each));
        }
        return places.stream().filter(place -> Files.isExecutable(place.resolve("initdb")) && Files.isExecutable(place.resolve("postgres")))
                .findFirst();
    }

    static PostgresServer start(Path programs, Path folder) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root) {
            run(folder, List.of("chown", "-R", OTHER_USER, folder.toString()));
        }
        run(folder, as(root, programs.resolve("initdb").toString(), "-D", data.toString(), "-U", USER, "--auth=scram-sha-256",
                "--pwfile=" + password, "-N", "-E", "UTF8", "--locale=C"));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(as(root, programs.resolve("postgres").toString(), "-D", data.toString(), "-p", "" + port,
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "shared_buffers=16MB"))
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        PostgresServer server = new PostgresServer(process, port);
        for (int tried = 0; tried < 10 * SECONDS; tried++) {
            try {
                server.connect().close();
                return server;
            } catch (SQLException notYet) {
                Thread.sleep(100);
            }
        }
        server.close();
        throw new IOException("the server did not start within %d s: %s".formatted(SECONDS, Files.readString(folder.resolve("log"))));
    }

    // Replaces itself by the server, so that ending the process ends the server.
    private static List<String> as(boolean root, String... command) {
        List<String> words = new ArrayList<>(root ? List.of("setpriv", "--reuid=" + OTHER_USER, "--clear-groups") : List.of());
        words.addAll(List.of(command));
        return words;
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolveSibling(folder.getFileName() + "-log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("%s failed: %s".formatted(command.getFirst(), Files.readString(log)));
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
