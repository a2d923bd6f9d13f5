package lathe.engine.adapter.excel;

import com.github.pjfanning.xlsx.SharedStringsImplementationType;
import com.github.pjfanning.xlsx.StreamingReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.Optional;
import java.util.function.Function;
import lathe.engine.data.FileChecks;
import lathe.scoring.ProblemException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Opens workbooks for reading, and tells what POI says about broken ones as problems.
final class Workbooks {

    private Workbooks() {
    }

    /// @throws ProblemException if the file is protected by a password, an old `.xls`, or no workbook at all
    static void requireReadable(Path file) {
        if (FileChecks.startsWith(file, 'P', 'K', 3, 4)) {
            return;
        }
        if (!FileChecks.startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw FileChecks.problem(file, "not-a-workbook", "The file does not begin as an Excel workbook must.",
                    "Give it the ending of its real format, or save it again as .xlsx.");
        }
        if (isProtected(file)) {
            throw FileChecks.problem(file, "password-protected", "The workbook is protected by a password.",
                    "Open it in Excel and save it without the password.");
        }
        throw FileChecks.problem(file, "old-workbook", "The workbook has the format of Excel before 2007 (.xls).",
                "Open it in Excel and save it as .xlsx.");
    }

    private static boolean isProtected(Path file) {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            return files.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
        } catch (IOException e) {
            throw broken(file, e);
        }
    }

    /// Runs over the workbook with few rows in memory; a pass over a sheet only moves forward. Opening takes as long as its shared
    /// texts are many, a fifth of the time with those that cannot be changed. The reader works on a copy of its own: given
    /// the file, it opens it for writing and, if it is broken, tries to save it.
    static <T> T streamed(Path file, Function<Workbook, T> use) {
        try (InputStream in = Files.newInputStream(file)) {
            return streamed(file, in, use);
        } catch (IOException e) {
            throw broken(file, e);
        }
    }

    /// Runs over the first rows of each sheet where they can be cut off, as [WorkbookHead] does; empty where the workbook has to be opened whole.
    static <T> Optional<T> head(Path file, int rows, Function<Workbook, T> use) {
        try {
            return WorkbookHead.of(file, rows).map(bytes -> streamed(file, new ByteArrayInputStream(bytes), use));
        } catch (IOException e) {
            throw broken(file, e);
        }
    }

    private static <T> T streamed(Path file, InputStream in, Function<Workbook, T> use) {
        try (Workbook workbook = StreamingReader.builder().rowCacheSize(200).setReadSharedFormulas(true)
                     .setSharedStringsImplementationType(SharedStringsImplementationType.POI_READ_ONLY).open(in)) {
            return use.apply(workbook);
        } catch (ProblemException | CancellationException known) {
            throw known;
        } catch (RuntimeException | IOException e) {
            // Damaged workbooks make POI throw whatever its code meets: null pointers, indices, numbers.
            throw broken(file, e);
        }
    }

    /// Loads the workbook whole, which evaluating formulas needs.
    static <T> T loaded(Path file, Function<Workbook, T> use) {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ); Workbook workbook = new XSSFWorkbook(opened)) {
            return use.apply(workbook);
        } catch (ProblemException | CancellationException known) {
            throw known;
        } catch (RuntimeException | InvalidFormatException | IOException e) {
            throw broken(file, e);
        }
    }

    private static ProblemException broken(Path file, Exception e) {
        return new ProblemException(WorkbookFault.of(file, e), e);
    }
}
