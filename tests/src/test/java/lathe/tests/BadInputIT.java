package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person can get wrong: exit 1, one message that names the thing and the remedy, nothing half-written.
class BadInputIT {

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void setUp() {
        data = folder.resolve("data.csv");
    }

    private String refused(Object... more) throws IOException {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "train";
        arguments[1] = data;
        System.arraycopy(more, 0, arguments, 2, more.length);
        Cli.Ended ended = Cli.run(arguments);
        assertEquals(1, ended.exit(), ended.err());
        List<String> lines = ended.err().lines().filter(line -> line.startsWith("lathe: ")).toList();
        assertEquals(1, lines.size(), ended.err());
        assertFalse(ended.err().contains("\tat "), ended.err());
        return lines.getFirst();
    }

    private String refusedTraining(String target) throws IOException {
        Path project = folder.resolve("project");
        String message = refused("--target", target, "--budget", "20s", "--out", project);
        assertFalse(Files.exists(project), "a folder was left behind");
        return message;
    }

    private void rows(String header, String... rows) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; i < 8; i++) {
            for (String row : rows) {
                text.append(row.replace("#", Integer.toString(i))).append('\n');
            }
        }
        Files.writeString(data, text);
    }

    private static void mentions(String message, String... words) {
        for (String word : words) {
            assertTrue(message.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)), message);
        }
    }

    @Test
    void aFileThatIsNotThere() throws IOException {
        mentions(refusedTraining("y"), "data.csv", "no such file");
    }

    @Test
    void aFolder() throws IOException {
        Files.createDirectory(data);
        mentions(refusedTraining("y"), "data.csv", "folder");
    }

    @Test
    void aTargetThatIsNotThere() throws IOException {
        rows("a,y", "1#,yes", "2#,no");
        mentions(refusedTraining("z"), "'z'", "'a'", "'y'", "--target");
    }

    @Test
    void aTargetThatIsAlwaysTheSame() throws IOException {
        rows("a,y", "1#,yes", "2#,yes");
        mentions(refusedTraining("y"), "'y'", "same value", "yes");
    }

    @Test
    void aTargetThatIsAlwaysMissing() throws IOException {
        rows("a,y", "1#,", "2#,");
        mentions(refusedTraining("y"), "'y'", "missing");
    }

    @Test
    void twoRows() throws IOException {
        Files.writeString(data, "a,y\n1,yes\n2,no\n");
        mentions(refusedTraining("y"), "rows", "2");
    }

    @Test
    void columnsThatAreAllConstant() throws IOException {
        rows("a,b,y", "1,x,yes", "1,x,no");
        mentions(refusedTraining("y"), "'a'", "'b'", "constant");
    }

    @Test
    void namesThatComeTwice() throws IOException {
        rows("a,a,y", "1#,x,yes", "2#,z,no");
        mentions(refusedTraining("y"), "'a'");
    }

    @Test
    void aWorkbookBehindAPassword() throws IOException {
        data = folder.resolve("data.xlsx");
        try (POIFSFileSystem file = new POIFSFileSystem(); XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(data)) {
            workbook.createSheet("s").createRow(0).createCell(0).setCellValue("a");
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream encrypted = encryptor.getDataStream(file)) {
                workbook.write(encrypted);
            } catch (GeneralSecurityException impossible) {
                throw new IOException(impossible);
            }
            file.writeFilesystem(out);
        }
        mentions(refusedTraining("a"), "data.xlsx", "password");
    }

    @Test
    void aFolderThatHoldsAProjectAlready() throws IOException {
        rows("a,y", "1#,yes", "2#,no");
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(project.resolve("project.yaml"), "name: kept\n");
        mentions(refused("--target", "y", "--budget", "20s", "--out", project), "project", "--force");
        assertEquals("name: kept\n", Files.readString(project.resolve("project.yaml")));
    }

    @Test
    void anOptionThatDoesNotExistIsAQuestionOfUsage() {
        assertEquals(2, Cli.run("train", data, "--target", "y", "--frobnicate").exit());
        assertEquals(2, Cli.run().exit());
        assertEquals(2, Cli.run("train", data, "--target", "y", "--budget", "soon").exit());
        assertEquals(2, Cli.run("predict", "model.lathe", data, "--out", "out.csv", "--reasons", "6").exit());
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (String command : List.of("profile", "train", "predict", "export", "verify", "run", "show")) {
            Cli.Ended help = Cli.run(command, "--help");
            assertEquals(0, help.exit());
            assertTrue(help.out().contains("Example: lathe " + command), help.out());
        }
    }

    @Test
    void aFileThatIsNoModel() throws IOException {
        rows("a,y", "1#,yes", "2#,no");
        Cli.Ended ended = Cli.run("verify", data);
        assertEquals(1, ended.exit());
        mentions(ended.err(), "data.csv");
    }

    @Test
    void aFullDisk() throws IOException, InterruptedException {
        rows("a,b,y", "1#,x,yes", "2#,z,no");
        Path project = folder.resolve("project");
        Path output = folder.resolve("output.txt");
        Process process = confined("ulimit -f 4; exec \"$@\"", output, project);
        assertEquals(1, process.waitFor(), Files.readString(output));
        mentions(Files.readString(output), "lathe: ", "cannot be written", "room");
        assertFalse(Files.exists(project), "a folder was left behind");
    }

    @Test
    void aFolderThatMayNotBeWritten() throws IOException, InterruptedException {
        rows("a,b,y", "1#,x,yes", "2#,z,no");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        Path output = folder.resolve("output.txt");
        Process process = confined(unprivileged(), output, closed.resolve("project"));
        assertEquals(1, process.waitFor(), Files.readString(output));
        mentions(Files.readString(output), "lathe: ", "written");
        try (Stream<Path> left = Files.list(closed)) {
            assertEquals(List.of(), left.toList());
        }
    }

    // Root may write anywhere unless it gives that power away first.
    private static String unprivileged() throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return "exec \"$@\"";
        }
        String tool = "setpriv --bounding-set -dac_override,-dac_read_search --inh-caps -dac_override,-dac_read_search";
        Process trial = new ProcessBuilder("sh", "-c", tool + " true").start();
        assumeTrue(trial.waitFor() == 0, "SKIPPED: root cannot give up its powers here, so every folder may be written");
        return "exec " + tool + " \"$@\"";
    }

    // The shell sets the limit, then becomes Java.
    private Process confined(String script, Path output, Path project) throws IOException {
        ProcessBuilder java = Cli.process(output, "train", data, "--target", "y", "--budget", "15s", "--out", project);
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.addAll(java.command());
        return java.command(command).start();
    }
}
