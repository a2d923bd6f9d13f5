package lathe.engine.adapter.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.SpreadsheetVersion;

/// The head of a long workbook as a small workbook: sheets are cut after their first rows, and of the shared texts there are only those
/// used in them. Readers take all shared texts when they open a workbook, and a preview needs a few thousand.
///
/// Takes memory by the megabytes kept, which are bounded; time by these and by the shared texts before the last one used, which are
/// inflated and passed over.
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
    private static final int MOST_OTHERS = 32 << 20;
    private static final Pattern ROWS_BEGIN = Pattern.compile("<(\\w+:|)sheetData\\b");
    private static final Pattern SHARED = Pattern.compile("\\st\\s*=\\s*[\"']s[\"']");
    private static final Pattern SHARED_CELL =
            Pattern.compile("<(?:\\w+:)?c\\s[^<>]*" + SHARED + "[^<>]*>\\s*<(?:\\w+:)?v>\\s*(\\d{1,9})\\s*</");

    private final ZipFile zip;
    private final int rows;
    private final int sheetBytes;

    /// The workbook is written in a way that is not cut here, and is read whole.
    static final class Unusual extends Exception {
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
        } catch (ZipException | Unusual whole) {
            return Optional.empty();
        }
    }

    private static boolean isSheet(ZipEntry entry) {
        return entry.getName().startsWith(SHEETS) && entry.getName().endsWith(".xml");
    }

    // One byte a character, so that places in the text are places in the bytes; what is looked for is the same in UTF-8.
    private byte[] of(List<? extends ZipEntry> entries, ZipEntry texts) throws IOException, Unusual {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        Map<ZipEntry, String> sheets = new LinkedHashMap<>();
        BitSet used = new BitSet();
        int others = MOST_OTHERS;
        try (ZipOutputStream out = new ZipOutputStream(made)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (ZipEntry entry : entries) {
                if (isSheet(entry)) {
                    byte[] bytes = first(entry, sheetBytes + 1);
                    String sheet = new String(bytes, StandardCharsets.ISO_8859_1);
                    sheets.put(entry, bytes.length <= sheetBytes ? sheet : cut(sheet));
                    noteTexts(sheets.get(entry), used);
                } else if (!entry.getName().equals(TEXTS) && !entry.getName().startsWith(MEDIA)) {
                    byte[] bytes = first(entry, others + 1);
                    others -= bytes.length;
                    if (others < 0) {
                        throw new Unusual();
                    }
                    write(out, entry, bytes);
                }
            }
            try (InputStream in = zip.getInputStream(texts)) {
                write(out, texts, new SharedTexts(used).of(in));
            }
            int[] all = used.stream().toArray();
            for (Map.Entry<ZipEntry, String> sheet : sheets.entrySet()) {
                write(out, sheet.getKey(), renumbered(sheet.getValue(), all).getBytes(StandardCharsets.ISO_8859_1));
            }
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

    private String cut(String sheet) throws Unusual {
        Matcher begin = ROWS_BEGIN.matcher(sheet);
        if (!begin.find()) {
            throw new Unusual();
        }
        String prefix = begin.group(1);
        String rowEnd = "</" + prefix + "row>";
        int end = -1;
        int next = sheet.indexOf(rowEnd, begin.end());
        for (int row = 0; row < rows && next >= 0; row++) {
            end = next;
            next = sheet.indexOf(rowEnd, next + 1);
        }
        if (end < 0) {
            throw new Unusual();
        }
        return sheet.substring(0, end) + rowEnd + "<%1$srow r=\"%2$d\"/></%1$ssheetData></%1$sworksheet>".formatted(prefix, CUT + 1);
    }

    // A cell that has a shared text and is not found would show another one in the end.
    private static void noteTexts(String sheet, BitSet used) throws Unusual {
        int found = 0;
        for (Matcher cell = SHARED_CELL.matcher(sheet); cell.find(); found++) {
            used.set(Integer.parseInt(cell.group(1)));
        }
        if (found != SHARED.matcher(sheet).results().count()) {
            throw new Unusual();
        }
    }

    private static String renumbered(String sheet, int[] used) {
        StringBuilder renumbered = new StringBuilder(sheet.length());
        int written = 0;
        for (Matcher cell = SHARED_CELL.matcher(sheet); cell.find(); written = cell.end(1)) {
            renumbered.append(sheet, written, cell.start(1)).append(Arrays.binarySearch(used, Integer.parseInt(cell.group(1))));
        }
        return renumbered.append(sheet, written, sheet.length()).toString();
    }
}
