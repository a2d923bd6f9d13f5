package lathe.scoring.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lathe.scoring.Pipeline;
import lathe.scoring.ProblemException;
import lathe.scoring.Uncertainty;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Graph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HostilePackageTest {

    @TempDir
    Path folder;

    private Path file;
    private byte[] sound;

    @BeforeEach
    void writeSoundPackage() throws IOException {
        file = Files.createDirectory(folder.resolve("inner")).resolve("model.lathe");
        PackageWriter.write(file, Samples.model(), true);
        sound = Files.readAllBytes(file);
    }

    private ProblemException refused(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        ProblemException refusal = assertThrows(ProblemException.class, () -> PackageReader.open(file));
        assertEquals(file.toString(), refusal.problem().where());
        assertFalse(refusal.problem().remedy().isEmpty());
        return refusal;
    }

    private void refused(String code, byte[] bytes) throws IOException {
        assertEquals(code, refused(bytes).problem().code());
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sound))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    private byte[] with(String name, byte[] content) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put(name, content);
        return zip(entries);
    }

    private byte[] replaced(String name, String old, String now) throws IOException {
        String text = new String(entries().get(name), StandardCharsets.UTF_8);
        assertTrue(text.contains(old), text);
        return with(name, text.replace(old, now).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void opensTheCopyThatTheseTestsAlter() throws IOException {
        Files.write(file, zip(entries()));
        assertEquals(Samples.signature(), PackageReader.open(file).signature());
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        for (int length = 4; length < sound.length; length += 61) {
            refused("model-damaged", Arrays.copyOf(sound, length));
        }
        refused("model-damaged", Arrays.copyOf(sound, sound.length - 1));
    }

    @Test
    void noFlippedByteChangesAnAnswer() throws IOException {
        double[] expected = Samples.pipeline().predict(Samples.table()).values();
        int refusals = 0;
        for (int at = 0; at < sound.length; at += 53) {
            byte[] bytes = sound.clone();
            bytes[at] ^= 0x10;
            Files.write(file, bytes);
            Optional<ModelPackage> opened = tryOpen();
            if (opened.isEmpty()) {
                refusals++;
            } else {
                assertArrayEquals(expected, opened.get().pipeline().predict(Samples.table()).values());
            }
        }
        assertTrue(refusals > sound.length / 53 / 2, "refusals: " + refusals);
    }

    private Optional<ModelPackage> tryOpen() {
        try {
            return Optional.of(PackageReader.open(file));
        } catch (ProblemException refusal) {
            return Optional.empty();
        }
    }

    @Test
    void goldenRowsFindAChangedNumberBehindARightChecksum() throws IOException {
        byte[] tensors = entries().get(PackageWriter.TENSORS);
        int header = (int) ByteBuffer.wrap(tensors).order(ByteOrder.LITTLE_ENDIAN).getLong();
        JsonNode parsed = JsonText.parse(Arrays.copyOfRange(tensors, 8, 8 + header), "header");
        String name = parsed.propertyNames().stream().filter(key -> key.endsWith(".weights")).findFirst().orElseThrow();
        int weight = 8 + header + parsed.path(name).path("data_offsets").path(0).intValue();
        tensors[weight + 6] ^= 0x10;   // the lowest bit of the first weight's exponent: twice or half the number
        refused("model-disagrees", with(PackageWriter.TENSORS, tensors));
    }

    @Test
    void refusesWhatIsNoModelAtAll() throws IOException {
        refused("model-foreign", new byte[0]);
        refused("model-foreign", "age,city\n1,Bonn\n".getBytes(StandardCharsets.UTF_8));
        refused("model-foreign", zip(Map.of("xl/workbook.xml", new byte[10])));
        Files.delete(file);
        assertEquals("model-missing", assertThrows(ProblemException.class, () -> PackageReader.open(file)).problem().code());
        assertEquals("model-foreign", assertThrows(ProblemException.class, () -> PackageReader.open(folder)).problem().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"extra.txt", "../x", "/etc/x", "..\\x", "C:\\x", "sub/manifest.json", "Manifest.json"})
    void refusesEntriesThatDoNotBelong(String name) throws IOException {
        assertTrue(refused(with(name, new byte[] {1})).getMessage().contains(name));
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void refusesManyMissingAndDoubledEntries() throws IOException {
        Map<String, byte[]> many = entries();
        for (int i = 0; i < 20; i++) {
            many.put("e" + i, new byte[0]);
        }
        refused("model-damaged", zip(many));
        Map<String, byte[]> few = entries();
        few.remove(PackageWriter.GOLDEN);
        refused("model-damaged", zip(few));
        String doubled = new String(with("card.htmX", new byte[] {1}), StandardCharsets.ISO_8859_1).replace("card.htmX", "card.html");
        refused("model-damaged", doubled.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void refusesSizesThatExplodeWithoutUnpackingThem() throws IOException {
        refused("model-damaged", with(PackageWriter.CARD, new byte[80 << 20]));
        byte[] lying = sound.clone();
        int directory = lastIndexOf(lying, new byte[] {'P', 'K', 1, 2});
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 0xFFFFFFF0);   // size unpacked
        refused("model-damaged", lying);
    }

    private static int lastIndexOf(byte[] bytes, byte[] wanted) {
        for (int at = bytes.length - wanted.length; at >= 0; at--) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "pipeline.json", "golden.json", "profile.json"})
    void refusesDeepJsonAndNoJson(String name) throws IOException {
        refused("model-damaged", with(name, "[".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
        refused("model-damaged", with(name, "{\"a\":".repeat(JsonText.DEPTH + 1).getBytes(StandardCharsets.UTF_8)));
        refused("model-damaged", with(name, "{} {}".getBytes(StandardCharsets.UTF_8)));
        refused("model-damaged", with(name, "hello".getBytes(StandardCharsets.UTF_8)));
        refused("model-damaged", with(name, new byte[0]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "manifest.json|\"formatVersion\":1|\"formatVersion\":2|model-newer",
        "manifest.json|\"formatVersion\":1|\"formatVersion\":0|model-damaged",
        "manifest.json|\"format\":\"lathe-model\"|\"format\":\"other\"|model-damaged",
        "manifest.json|\"latheVersion\"|\"lathe\"|model-damaged",
        "manifest.json|\"created\":\"2026-|\"created\":\"yesterday-|model-damaged",
        "manifest.json|\"threshold\":0.4|\"threshold\":\"0.4\"|model-damaged",
        "manifest.json|\"type\":\"date\"|\"type\":\"moment\"|model-damaged",
        "manifest.json|\"format\":\"\"|\"format\":\"}{\"|model-damaged",
        "manifest.json|\"least\":[0.25,0.375]|\"least\":[0.25]|model-damaged",
        "manifest.json|\"least\":[0.25,0.375]|\"least\":[0.25,1.5]|model-damaged",
        "manifest.json|\"least\":[0.25,0.375]|\"least\":[0.25,null]|model-damaged",
        "manifest.json|\"level\":0.9,|\"level\":1,|model-damaged",
        "manifest.json|\"kind\":\"sets\"|\"kind\":\"range\"|model-damaged",
        "manifest.json|\"kind\":\"sets\",\"level\":0.9,\"least\":[0.25,0.375]|\"kind\":\"range\",\"level\":0.9,\"at\":[0],\"scale\":[1],\"factor\":2|model-damaged",
        "pipeline.json|\"kind\":\"impute\"|\"kind\":\"java.lang.Runtime\"|model-damaged",
        "pipeline.json|\"kind\":\"blend\"|\"kind\":\"constant\"|model-damaged",
        "pipeline.json|\"link\":\"normalise\"|\"link\":\"logistic\"|model-damaged",
        "pipeline.json|\"recipe\":\"r\"|\"recipe\":\"s\"|model-damaged",
        "pipeline.json|\"weight\":0.5|\"weight\":0.6|model-damaged",
        "pipeline.json|\"features\":[0,-1,-1|\"features\":[9,-1,-1|model-damaged",
        "pipeline.json|\"left\":[1,0,1|\"left\":[0,0,1|model-damaged",
        "pipeline.json|\"columns\":[\"city\",\"note\"]|\"columns\":[\"city\",\"age\"]|model-damaged",
        "pipeline.json|\"fills\":[40.0|\"fills\":[1e999|model-damaged",
        "golden.json|\"width\":2|\"width\":0|model-damaged",
        "golden.json|\"name\":\"age\"|\"name\":\"edge\"|model-damaged"})
    void refusesContentThatMakesNoSense(String entry, String old, String now, String code) throws IOException {
        refused(code, replaced(entry, old, now));
    }

    @Test
    void aPackageThatSaysNothingOfUncertaintyKnowsNone() throws IOException {
        Files.write(file, replaced("manifest.json", ",\"uncertainty\":{\"kind\":\"sets\",\"level\":0.9,\"least\":[0.25,0.375]}", ""));

        assertEquals(new Uncertainty.None(), PackageReader.open(file).manifest().uncertainty());
    }

    @Test
    void namesTheUnknownKey() throws IOException {
        assertTrue(refused(replaced("manifest.json", "\"latheVersion\"", "\"surprise\":1,\"latheVersion\""))
                .getMessage().contains("'surprise'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[0,16]|[0,24]", "[0,16]|[8,16]", "[0,16]|[-8,8]", "[0,16]|[16,0]", "[0,16]|[0,9223372036854775807]",
        "[0,16]|[0,99999999999999999999]", "[0,16]|[0]", "\"shape\":[2]|\"shape\":[2147483647]", "\"shape\":[2]|\"shape\":[1,2]",
        "\"F64\"|\"F16\"", "\"F64\"|\"I32\"", "\"dtype\"|\"type\""})
    void refusesTensorHeadersThatLie(String old, String now) throws IOException {
        byte[] tensors = entries().get(PackageWriter.TENSORS);
        int length = (int) ByteBuffer.wrap(tensors).order(ByteOrder.LITTLE_ENDIAN).getLong();
        String header = new String(tensors, 8, length, StandardCharsets.UTF_8);
        assertTrue(header.contains(old), header);
        byte[] lying = header.replaceFirst(java.util.regex.Pattern.quote(old), now).getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(tensors.length - length + lying.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(lying.length).put(lying).put(tensors, 8 + length, tensors.length - 8 - length);
        refused("model-damaged", with(PackageWriter.TENSORS, out.array()));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -1, 0, 1, 1 << 30})
    void refusesTensorHeadersOfAbsurdLength(long length) throws IOException {
        byte[] tensors = entries().get(PackageWriter.TENSORS);
        ByteBuffer.wrap(tensors).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        refused("model-damaged", with(PackageWriter.TENSORS, tensors));
        refused("model-damaged", with(PackageWriter.TENSORS, new byte[3]));
    }

    @ParameterizedTest
    @CsvSource({"xxx sum of,graph-refused", "THE sum of,graph-runner-missing", "the nonsns,graph-answer", "the twice!,graph-answer"})
    void namesTheFileWhoseGraphDoesNotAnswer(String now, String code) throws IOException {
        Pipeline pipeline = new Pipeline(Samples.signature(), Map.of("r", Samples.recipe()),
                new Blend(List.of(new Blend.Member(0.5, "r", Samples.graph()), new Blend.Member(0.5, "r", Samples.forest()))));
        PackageWriter.write(file, Samples.model(pipeline), true);
        sound = Files.readAllBytes(file);
        assertTrue(Graph.isIn(PackageReader.open(file).pipeline().model()));
        String tensors = new String(entries().get(PackageWriter.TENSORS), StandardCharsets.ISO_8859_1);
        String old = "the sum of";
        assertTrue(tensors.contains(old), "the graph lies in the file as it is");
        refused(code, with(PackageWriter.TENSORS, tensors.replace(old, now)
                .getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void givesATensorOutOnce() throws IOException {
        String text = new String(entries().get(PackageWriter.PIPELINE), StandardCharsets.UTF_8);
        String twice = text.replaceAll("\"tensor\":\"0000[0-9]\\.values\"", "\"tensor\":\"00000.groups\"");
        assertTrue(!twice.equals(text), text);
        refused("model-damaged", with(PackageWriter.PIPELINE, twice.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesAMemberFileThatIsCutShort() throws IOException {
        Path member = folder.resolve("fold.member");
        MemberFile.write(member, "r", Samples.recipe(), Samples.linear());
        Files.write(member, Arrays.copyOf(Files.readAllBytes(member), 700));
        assertEquals("model-damaged", assertThrows(ProblemException.class, () -> MemberFile.read(member)).problem().code());
        refused("model-foreign", zip(Map.of("member.json", new byte[0])));
    }
}
