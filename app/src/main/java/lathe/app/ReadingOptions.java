package lathe.app;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.engine.data.BadRows;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.SecondTable;
import lathe.engine.data.SourceParts;
import lathe.scoring.CellParser;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// How a table file is read, where the reader should not find out by itself.
final class ReadingOptions {

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Sheet of a workbook (found if left out).")
    private String sheet = "";

    @Option(names = "--header-row", paramLabel = "N", description = "Row of the column names, from 1 (found if left out).")
    private int headerRow;

    @Option(names = "--charset", paramLabel = "NAME", description = "Character set, for example windows-1252.")
    private String charset = "";

    @Option(names = "--separator", paramLabel = "C", description = "Character between cells; \\t for a tab.")
    private String separator = "";

    @Option(names = "--decimal", paramLabel = "C", description = "Decimal mark: . or ,")
    private String decimal = "";

    @Option(names = "--missing", paramLabel = "TEXT", split = ",", description = "Further texts that mean \"no value\".")
    private List<String> missing = List.of();

    @Option(names = "--type", paramLabel = "COLUMN=TYPE", split = ",",
            description = "Type of a column: number, category, boolean, text, date or list.")
    private Map<String, String> types = Map.of();

    @Option(names = "--date-format", paramLabel = "COLUMN=FORMAT",
            description = {"How a column writes its dates, such as dd/MM/yyyy or MM/dd/yyyy HH:mm; makes it a date column.",
                "'mixed day-first' or 'mixed month-first' where it writes them in several orders: what could be either is read so."})
    private Map<String, String> dateFormats = Map.of();

    @Option(names = "--column-decimal", paramLabel = "COLUMN=C",
            description = {"Decimal mark of one column: . or , ; makes it a number column.",
                "The other mark, blanks and apostrophes may then set off thousands."})
    private Map<String, String> columnDecimals = Map.of();

    @Option(names = "--number-format", paramLabel = "COLUMN=FORMAT",
            description = {"How a column of mixed texts writes its numbers; makes it a number column, what is not understood is missing.",
                "'. in kg' reads 12 kg, 12000 g and 5 lb in one unit; '. among texts' reads about 15, <5 and 1.2k.",
                "It begins with the decimal mark, . or , ."})
    private Map<String, String> numberFormats = Map.of();

    @Option(names = "--entry", paramLabel = "NAME", description = "Table of a zip archive that holds several.")
    private String entry = "";

    @Option(names = "--file-column", paramLabel = "NAME",
            description = "With several files: add a column of this name that says which file a row comes from.")
    private String fileColumn = "";

    @Option(names = "--bad-rows", paramLabel = "error|skip",
            description = {"Rows of a text file with a wrong number of cells (default: error, which names their lines):",
                "skip leaves them out and says which."})
    private String badRows = "error";

    @Option(names = "--join", paramLabel = "FILE[#SHEET]",
            description = {"Second table: its columns are put beside those of DATA in rows of equal --on.",
                "book.xlsx#orders names a sheet of a workbook, or a table of a database file."})
    private @Nullable Path join;

    @Option(names = "--on", paramLabel = "COLUMN", description = "Column that both tables have; in the second each value may come once, but with --join-many.")
    private String joinOn = "";

    @Option(names = "--join-many", paramLabel = "summary",
            description = "Where a value comes several times in the second table: join how many rows there are, and sum, mean and largest of their numbers.")
    private String joinMany = "";

    private SecondTable second() {
        require((join == null) == joinOn.isEmpty(), "--join and --on go together.");
        require(joinMany.isEmpty() || joinMany.equals("summary"), "--join-many takes summary only, not '%s'.".formatted(joinMany));
        if (join == null) {
            require(joinMany.isEmpty(), "--join-many goes with --join only.");
            return SecondTable.NONE;
        }
        return new SecondTable(join.toAbsolutePath().normalize().toString(), joinOn, !joinMany.isEmpty());
    }

    ImportOptions toImportOptions() {
        String mark = separator.equals("\\t") ? "\t" : separator;
        require(mark.length() <= 1, "--separator takes one character, not '%s'.".formatted(separator));
        require(decimal.isEmpty() || decimal.equals(".") || decimal.equals(","), "--decimal takes . or , only.");
        require(headerRow >= 0, "--header-row counts from 1.");
        require(charset.isEmpty() || known(charset), "'%s' is not a character set known here.".formatted(charset));
        require(badRows.equals("error") || badRows.equals("skip"), "--bad-rows takes error or skip, not '%s'.".formatted(badRows));
        Map<String, FieldType> columnTypes = fieldTypes();
        Map<String, String> formats = new HashMap<>();
        dateFormats.forEach((column, format) -> {
            columnTypes.put(column, FieldType.DATE);
            formats.put(column, dateFormat(column, format));
        });
        columnDecimals.forEach((column, c) -> {
            require(c.equals(".") || c.equals(","), "--column-decimal takes . or , only, not '%s'.".formatted(c));
            columnTypes.put(column, FieldType.NUMBER);
            formats.put(column, c);
        });
        numberFormats.forEach((column, format) -> {
            columnTypes.put(column, FieldType.NUMBER);
            formats.put(column, numberFormat(column, format));
        });
        return new ImportOptions(sheet, headerRow, charset, mark, decimal, columnTypes, formats, missing)
                .withParts(new SourceParts(List.of(), entry, fileColumn, second()))
                .withBadRows(badRows.equals("skip") ? BadRows.LEFT_OUT : BadRows.ERROR);
    }

    // The year of an era needs the era; people who write yyyy mean the year.
    private String dateFormat(String column, String format) {
        String pattern = format.equalsIgnoreCase("iso") ? "" : format.startsWith("mixed") ? format : format.replace('y', 'u');
        return known(new Field(column, FieldType.DATE, Role.FEATURE, pattern, List.of()),
                "'%s' is no date format; such as dd/MM/yyyy, yyyy-MM-dd HH:mm or 'mixed day-first' are.".formatted(format));
    }

    private String numberFormat(String column, String format) {
        return known(new Field(column, FieldType.NUMBER, Role.FEATURE, format, List.of()),
                "'%s' is no number format; such as '. in kg', ', in cm' or '. among texts' are.".formatted(format));
    }

    private String known(Field field, String otherwise) {
        try {
            return new CellParser(field).field().format();
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(command.commandLine(), otherwise, unknown);
        }
    }

    private static boolean known(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException notOne) {
            return false;
        }
    }

    private Map<String, FieldType> fieldTypes() {
        Map<String, FieldType> parsed = new HashMap<>();
        types.forEach((column, type) -> {
            try {
                parsed.put(column, FieldType.valueOf(type.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new ParameterException(command.commandLine(), "'%s' is no column type.".formatted(type), unknown);
            }
        });
        return parsed;
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            throw new ParameterException(command.commandLine(), sentence);
        }
    }
}
