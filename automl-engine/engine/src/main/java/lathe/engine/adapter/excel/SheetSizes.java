package lathe.engine.adapter.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;

/// About how much there is to read in a workbook, so that it can be told how far its reading is: the rows of each sheet, from the bytes it
/// unpacks to and the length of its first rows. What a sheet says of its own size is often wrong, and the reader does not tell how many
/// bytes it has taken.
///
/// @param rows    about how many, by the name of the sheet
/// @param opening share of the work that is done before the first row comes, from 0 to 1: the shared texts are read first
record SheetSizes(Map<String, Long> rows, double opening) {

    private static final SheetSizes UNKNOWN = new SheetSizes(Map.of(), 0);
    private static final int HEAD_BYTES = 1 << 18;
    private static final Pattern ROW = Pattern.compile("<(?:\\w+:)?row\\b");

    SheetSizes {
        rows = Map.copyOf(rows);
    }

    /// Of a workbook that cannot be opened nothing is known; its reading tells why. One whose list of parts is broken is not tried: POI would
    /// take all of it into memory.
    static SheetSizes of(Path file) {
        try (ZipFile _ = new ZipFile(file.toFile()); OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            Map<String, Long> rows = new HashMap<>();
            long bytes = 0;
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) new XSSFReader(opened).getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream in = sheets.next()) {
                    long size = sheets.getSheetPart().getSize();
                    rows.put(sheets.getSheetName(), rows(in.readNBytes(HEAD_BYTES), size));
                    bytes += size;
                }
            }
            long texts = opened.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType()).stream().mapToLong(part -> part.getSize()).sum();
            return new SheetSizes(rows, texts / (double) Math.max(1, texts + bytes));
        } catch (IOException | OpenXML4JException | RuntimeException unreadable) {
            return UNKNOWN;
        }
    }

    // One byte a character: what is looked for is the same in UTF-8.
    private static long rows(byte[] head, long size) {
        Matcher row = ROW.matcher(new String(head, StandardCharsets.ISO_8859_1));
        int count = 0;
        int first = 0;
        int last = 0;
        for (; row.find(); count++) {
            first = count == 0 ? row.start() : first;
            last = row.start();
        }
        return head.length >= size || count < 2 ? count : Math.round((size - first) * (count - 1.0) / (last - first));
    }

    /// About how many rows are met; 0 if that is not known.
    ///
    /// @param sheet the one read; all of them if empty
    long rowsOf(String sheet) {
        return sheet.isEmpty() ? rows.values().stream().mapToLong(Long::longValue).sum() : rows.getOrDefault(sheet, 0L);
    }
}
