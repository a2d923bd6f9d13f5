package lathe.engine.adapter.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.util.XMLHelper;

/// The head of a long workbook as a small workbook: sheets are cut after their first rows, the shared texts behind the last one
/// that is used there. Readers take all shared texts when they open a workbook, and a preview needs the first few thousand.
///
/// Takes time and memory by the megabytes kept, which are bounded, not by the size of the workbook.
final class WorkbookHead {

    /// Index of the row, the last that a sheet can have, that tells of a cut. What a sheet says of its own size is often wrong.
    static final int CUT = SpreadsheetVersion.EXCEL2007.getLastRowIndex();

    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final String SHEETS = "xl/worksheets/";
    private static final String MEDIA = "xl/media/";
    private static final int LONG = 4 << 20;           // bytes of shared texts from which on it pays
    private static final int SHEET_BYTES = 2 << 20;
    private static final int LEAST_SHEET_BYTES = 1 << 17;
    private static final int ALL_SHEETS = 16 << 20;
    private static final int MOST_TEXTS = 16 << 20;
    private static final int MOST_OTHERS = 32 << 20;
    private static final Pattern ROWS_BEGIN = Pattern.compile("<(\\w+:|)sheetData\\b");
    private static final Pattern TEXTS_BEGIN = Pattern.compile("<(\\w+:|)sst\\b");

    private final XMLInputFactory xml = XMLHelper.newXMLInputFactory();   // one each: it holds on to what it read last
    private final ZipFile zip;
    private final int rows;
    private final int sheetBytes;
    private int mostText = -1;   // index of the last shared text used

    /// The workbook is written in a way that is not cut here, and is read whole.
    private static final class Unusual extends Exception {
        private static final long serialVersionUID = 1;
    }

    private WorkbookHead(ZipFile zip, int rows, int sheets) {
        this.zip = zip;
        this.rows = rows;
        this.sheetBytes = Math.clamp(ALL_SHEETS / Math.max(1, sheets), LEAST_SHEET_BYTES, SHEET_BYTES);
    }

    /// The bytes of a workbook; empty where it has few shared texts, or is written in a way that is not known here. A sheet that was cut
    /// ends with an empty row [#CUT].
    ///
    /// @param rows to keep of each sheet, fewer where they are long; short sheets are kept whole
    /// @throws IOException if the file cannot be read
    static Optional<byte[]> of(Path file, int rows) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry texts = zip.getEntry(TEXTS);
            if (texts == null || texts.getSize() < LONG) {
                return Optional.empty();
            }
            List<? extends ZipEntry> entries = Collections.list(zip.entries()).stream().filter(entry -> !entry.isDirectory()).toList();
            int sheets = (int) entries.stream().filter(WorkbookHead::isSheet).count();
            return Optional.of(new WorkbookHead(zip, rows, sheets).of(entries, texts));
        } catch (ZipException | XMLStreamException | Unusual whole) {
            return Optional.empty();
        }
    }

    private static boolean isSheet(ZipEntry entry) {
        return entry.getName().startsWith(SHEETS) && entry.getName().endsWith(".xml");
    }

    private byte[] of(List<? extends ZipEntry> entries, ZipEntry texts) throws IOException, XMLStreamException, Unusual {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        int others = MOST_OTHERS;
        try (ZipOutputStream out = new ZipOutputStream(made)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (ZipEntry entry : entries) {
                if (isSheet(entry)) {
                    write(out, entry, sheet(first(entry, sheetBytes + 1)));
                } else if (!entry.getName().equals(TEXTS) && !entry.getName().startsWith(MEDIA)) {
                    byte[] bytes = first(entry, others + 1);
                    others -= bytes.length;
                    if (others < 0) {
                        throw new Unusual();
                    }
                    write(out, entry, bytes);
                }
            }
            write(out, texts, texts(texts));
        }
        return made.toByteArray();
    }

    private static void write(ZipOutputStream out, ZipEntry entry, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(bytes);
        out.closeEntry();
    }

    private byte[] first(ZipEntry entry, int most) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(most);
        }
    }

    private byte[] sheet(byte[] bytes) throws XMLStreamException, Unusual {
        byte[] sheet = bytes.length <= sheetBytes ? bytes : cut(bytes);
        noteTexts(sheet);
        return sheet;
    }

    // One byte a character, so that places in the text are places in the bytes; what is looked for is the same in UTF-8.
    private byte[] cut(byte[] bytes) throws Unusual {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher begin = ROWS_BEGIN.matcher(text);
        if (!begin.find()) {
            throw new Unusual();
        }
        String prefix = begin.group(1);
        String rowEnd = "</" + prefix + "row>";
        int end = -1;
        int next = text.indexOf(rowEnd, begin.end());
        for (int row = 0; row < rows && next >= 0; row++) {
            end = next;
            next = text.indexOf(rowEnd, next + 1);
        }
        return closed(bytes, end, rowEnd + "<%1$srow r=\"%2$d\"/></%1$ssheetData></%1$sworksheet>".formatted(prefix, CUT + 1));
    }

    private static byte[] closed(byte[] bytes, int end, String closing) throws Unusual {
        if (end < 0) {
            throw new Unusual();
        }
        ByteArrayOutputStream closed = new ByteArrayOutputStream(end + closing.length());
        closed.write(bytes, 0, end);
        closed.writeBytes(closing.getBytes(StandardCharsets.ISO_8859_1));
        return closed.toByteArray();
    }

    private void noteTexts(byte[] sheet) throws XMLStreamException, Unusual {
        XMLStreamReader events = xml.createXMLStreamReader(new ByteArrayInputStream(sheet));
        boolean shared = false;
        while (events.hasNext()) {
            if (events.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (events.getLocalName().equals("c")) {
                shared = "s".equals(events.getAttributeValue(null, "t"));
            } else if (shared && events.getLocalName().equals("v")) {
                mostText = Math.max(mostText, index(events.getElementText()));
            }
        }
    }

    private static int index(String text) throws Unusual {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            throw new Unusual();
        }
    }

    // Read until the last one needed; what the parser took beyond it is cut behind the last whole one.
    private byte[] texts(ZipEntry entry) throws IOException, XMLStreamException, Unusual {
        try (Copied in = new Copied(zip.getInputStream(entry))) {
            XMLStreamReader events = xml.createXMLStreamReader(in);
            int ended = 0;
            while (ended <= mostText && events.hasNext()) {
                ended += events.next() == XMLStreamReader.END_ELEMENT && events.getLocalName().equals("si") ? 1 : 0;
            }
            byte[] bytes = in.taken.toByteArray();
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            Matcher begin = TEXTS_BEGIN.matcher(text);
            if (ended <= mostText || !begin.find()) {
                throw new Unusual();
            }
            String end = "</" + begin.group(1) + "si>";
            return closed(bytes, text.lastIndexOf(end), end + "</" + begin.group(1) + "sst>");
        }
    }

    /// Keeps what it hands out, and ends where that is too much.
    private static final class Copied extends FilterInputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

        Copied(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = taken.size() >= MOST_TEXTS ? -1 : in.read(buffer, offset, length);
            taken.write(buffer, offset, Math.max(0, count));
            return count;
        }
    }
}
