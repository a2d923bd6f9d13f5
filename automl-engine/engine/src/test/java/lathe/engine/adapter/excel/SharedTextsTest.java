package lathe.engine.adapter.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.engine.adapter.excel.WorkbookHead.Unusual;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedTextsTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

    private static BitSet set(Integer... indices) {
        return List.of(indices).stream().collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static String picked(String part, BitSet wanted) throws IOException, Unusual {
        return new String(new SharedTexts(wanted).of(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8))), StandardCharsets.UTF_8);
    }

    // One byte at a time, so that every tag is met at the end of what was read.
    private static InputStream drops(String part, Charset charset) {
        return new ByteArrayInputStream(part.getBytes(charset)) {
            @Override
            public int read(byte[] buffer) {
                return read(buffer, 0, 1);
            }
        };
    }

    private static List<String> texts(byte[] part) throws IOException {
        try (SharedStringsTable table = new SharedStringsTable()) {
            table.readFrom(new ByteArrayInputStream(part));
            return table.getSharedStringItems().stream().map(RichTextString::getString).toList();
        }
    }

    @Property(tries = 200)
    void areWhatAReaderOfTheWholePartFinds(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 0xFFFF) Integer> letters,
            @ForAll Set<@IntRange(max = 39) Integer> indices, @ForAll boolean rich) throws IOException, Unusual {
        byte[] part;
        try (SharedStringsTable table = new SharedStringsTable(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < letters.size(); i++) {
                XSSFRichTextString text = new XSSFRichTextString("<si> '" + i + "' & \"" + Character.toString(letters.get(i)) + "\" </si>");
                if (rich) {
                    text.applyFont(0, 3, (short) 0);
                }
                table.addSharedStringItem(text);
            }
            table.writeTo(out);
            part = out.toByteArray();
        }
        List<String> all = texts(part);
        BitSet wanted = set(indices.stream().filter(index -> index < all.size()).toArray(Integer[]::new));
        assertEquals(wanted.stream().mapToObj(all::get).toList(), texts(new SharedTexts(wanted).of(new ByteArrayInputStream(part))));
        assertEquals(wanted.stream().mapToObj(all::get).toList(),
                texts(new SharedTexts(wanted).of(drops(new String(part, StandardCharsets.UTF_8), StandardCharsets.UTF_8))));
    }

    @Test
    void areFoundWhateverTheirTagsLookLike() throws IOException, Unusual {
        String part = "<x:sst xmlns:x='m' count='9'><x:si/><x:si ><x:t a=\">\" b='\"</x:si>'>one</x:t></x:si >\n<x:si><x:t>two</x:t></x:si><x:six/></x:sst>";

        assertEquals("<x:sst xmlns:x='m' count='9'><x:si ><x:t a=\">\" b='\"</x:si>'>one</x:t></x:si ></x:sst>", picked(part, set(1)));
        assertEquals("<x:sst xmlns:x='m' count='9'><x:si/><x:si><x:t>two</x:t></x:si></x:sst>", picked(part, set(0, 2)));
        assertEquals("<x:sst xmlns:x='m' count='9'></x:sst>", picked(part, set()));
    }

    @Test
    void areReadNoFurtherThanTheLastOneWanted() throws IOException, Unusual {
        assertEquals(HEAD.substring(HEAD.indexOf("<sst")) + "<si>a</si></sst>", picked(HEAD + "<si>a</si><si <!-- what is this?", set(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<si>a</si>", HEAD, HEAD + "<si>a</si></sst>", HEAD + "<si>a</si><si>b</", HEAD + "<!-- <si/> --><si/><si/></sst>",
            HEAD + "<si><![CDATA[</si>]]></si><si/></sst>", "<!DOCTYPE sst><sst><si/><si/></sst>", "<sst/>", "</sst><si/><si/>", "<", "<>", "</>"})
    void areNotPickedFromWhatIsUnusual(String part) {
        assertThrows(Unusual.class, () -> picked(part, set(1)));
    }

    @Test
    void areNotPickedFromAnotherEncodingOrFromATagWithoutEnd() {
        assertThrows(Unusual.class, () -> new SharedTexts(set(0)).of(drops(HEAD + "<si/></sst>", StandardCharsets.UTF_16)));
        assertThrows(Unusual.class, () -> picked(HEAD + "<si " + "a".repeat(1 << 20), set(0)));
        assertThrows(Unusual.class, () -> picked(HEAD + IntStream.range(0, 20).mapToObj(i -> "<si>" + "a".repeat(1 << 20) + "</si>")
                .collect(Collectors.joining()), set(IntStream.range(0, 20).boxed().toArray(Integer[]::new))));
    }
}
