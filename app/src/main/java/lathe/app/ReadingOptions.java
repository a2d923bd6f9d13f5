package lathe.app;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.engine.data.ImportOptions;
import lathe.scoring.FieldType;
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

    ImportOptions toImportOptions() {
        String mark = separator.equals("\\t") ? "\t" : separator;
        require(mark.length() <= 1, "--separator takes one character, not '%s'.".formatted(separator));
        require(decimal.isEmpty() || decimal.equals(".") || decimal.equals(","), "--decimal takes . or , only.");
        require(headerRow >= 0, "--header-row counts from 1.");
        require(charset.isEmpty() || known(charset), "'%s' is not a character set known here.".formatted(charset));
        return new ImportOptions(sheet, headerRow, charset, mark, decimal, fieldTypes(), Map.of(), missing);
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
