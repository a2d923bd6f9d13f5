package lathe.engine.adapter.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Rows with everything a column may hold: ordinary, missing, unseen, extreme and odd cells.
final class RandomTables {

    static final Schema SCHEMA = new Schema(List.of(Field.of("age", FieldType.NUMBER), Field.of("income", FieldType.NUMBER),
            Field.of("debt", FieldType.NUMBER), Field.of("city", FieldType.CATEGORY), Field.of("note", FieldType.TEXT),
            Field.of("joined", FieldType.DATE), Field.of("tags", FieldType.LIST)));

    private static final double[] ODD_NUMBERS = {Double.NaN, 0, -0.0, 1e300, -1e300, 1e-300, 37, 40, -1};
    private static final List<String> CITIES = List.of("", "Oslo", "oslo ", "Rome", "Zürich", "n/a", "-", "\uD83D\uDE00town", "Ørsta", "北京");
    private static final List<String> WORDS = List.of("The", "server", "SERVER", "is", "down", "again", "müde", "MÜDE", "re-start",
            "it's", "snake_case", "42", "3.5", "½", "\uD83D\uDE00", "ok\uD83D\uDE80go", "e\u0301te", "\u4F60\u597D", "\uD835\uDC9Cbc",
            "नमस्ते", "İstanbul", "\u00A0", "\t", "\n", "\u0000", "?!", "zzendzz", "the server", "");
    static final List<String> DATES = List.of("", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2024-02-31", "2024-04-31",
            "2024-04-30", "1970-01-01", "1969-12-31", "0000-01-01", "0000-02-29", "0000-03-01", "9999-12-31", "2024-13-01", "2024-00-10",
            "2024-1-1", "1600-02-29", "2024-12-31T23:59:59", "2024-02-30T10:00:00", "2024-01-31T24:00:00", "2024-01-31T07:05:09.123Z",
            "2024-01-31T07:05:09-05:00", "2024-01-31T07:05:09+02:00[Europe/Paris]", "2024-01-31T07:05", "2024-01-31 07:05:09", " 2024-01-31",
            "2024-01-31T07:05:09 T-:", "2024-01-31T07:05:09\n", "2024-01-31T07:05:09\r", "2024-01-31T07:05:09\u2028x",
            "2024-01-31T07:05:09\u0085", "2024-01-31T07:05:09\uD83D\uDE00", "\u0662024-01-31", "hello", "-2024-01-01");
    private static final List<String> ITEMS = List.of("red", "green", "blue", "a b", "", " ", "\u0002", "\uD83D\uDE00", "Red", "0", "x", "-12", "3.125", "+7.", "1e3");

    private RandomTables() {
    }

    static Table of(int rows, long seed) {
        Random random = new Random(seed);
        List<Column> columns = new ArrayList<>();
        for (Field field : SCHEMA.fields()) {
            columns.add(column(field.type(), rows, random));
        }
        return new Table(SCHEMA, columns);
    }

    private static Column column(FieldType type, int rows, Random random) {
        if (type.isNumber()) {
            double[] values = new double[rows];
            for (int row = 0; row < rows; row++) {
                boolean odd = random.nextInt(4) == 0;
                values[row] = odd ? ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)] : random.nextGaussian() * 50;
            }
            return new NumberColumn(values);
        }
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            texts.add(text(type, random));
        }
        return StringColumn.of(texts);
    }

    private static String text(FieldType type, Random random) {
        return switch (type) {
            case CATEGORY, BOOLEAN, NUMBER -> pick(CITIES, random);
            case TEXT -> joined(WORDS, " ", random);
            case LIST -> joined(ITEMS, Table.LIST_SEPARATOR, random);
            case DATE -> random.nextBoolean() ? pick(DATES, random) : "%04d-%02d-%02dT%02d:00:00".formatted(
                    random.nextInt(10_000), 1 + random.nextInt(12), 1 + random.nextInt(31), random.nextInt(24));
        };
    }

    private static String joined(List<String> words, String separator, Random random) {
        List<String> some = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            some.add(pick(words, random));
        }
        return String.join(separator, some);
    }

    private static String pick(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
