package lathe.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.engine.provenance.Seed;

/// A table as no one would wish for, as CSV, drawn by number: empty columns, one value, one row a class, infinite and huge
/// numbers, a level for every row, names in any script.
///
/// @param target name of the column to predict
record UglyTable(String csv, String target) {

    private static final List<String> NAMES = List.of("x", "größe", "年齢", "a b", "price, net", "\"quoted\"", "=cmd()", "x.y", "😀",
            "select", "../up", "%s", "été", "a".repeat(200), "1", "-", "Ω\u0301", "#ref");

    static UglyTable draw(long number) {
        RandomGenerator random = new Seed(number).random();
        int rows = switch (random.nextInt(6)) {
            case 0 -> 2 + random.nextInt(4);
            case 1 -> 300;
            default -> 6 + random.nextInt(60);
        };
        List<String> names = new ArrayList<>(NAMES);
        List<String> header = new ArrayList<>();
        List<List<String>> columns = new ArrayList<>();
        int width = 1 + random.nextInt(6);
        for (int i = 0; i < width; i++) {
            header.add(names.remove(random.nextInt(names.size())));
            columns.add(column(rows, random.nextInt(16), random));
        }
        String target = names.remove(random.nextInt(names.size()));
        int place = random.nextInt(width + 1);
        header.add(place, target);
        columns.add(place, target(rows, random));
        String body = IntStream.range(0, rows).mapToObj(row -> columns.stream().map(column -> quoted(column.get(row)))
                .collect(Collectors.joining(","))).collect(Collectors.joining("\n"));
        return new UglyTable(header.stream().map(UglyTable::quoted).collect(Collectors.joining(",")) + "\n" + body + "\n", target);
    }

    private static String quoted(String cell) {
        return cell.matches("[\\w.+-]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static List<String> column(int rows, int kind, RandomGenerator random) {
        int odd = random.nextInt(rows);
        return IntStream.range(0, rows).mapToObj(row -> switch (kind) {
            case 0 -> "";
            case 1 -> "7";
            case 2 -> random.nextInt(3) == 0 ? "inf" : random.nextInt(3) == 0 ? "-Infinity" : number(random.nextGaussian());
            case 3 -> number((random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextInt(-308, 308)));
            case 4 -> row == odd ? "1e300" : number(random.nextGaussian());
            case 5 -> row == odd ? "1" : "0";
            case 6 -> "level " + row;
            case 7 -> row == odd ? "" : "one";
            case 8 -> "😀".repeat(1 + random.nextInt(3)) + "\u202e" + random.nextInt(3);
            case 9 -> "text with many words and a line\nbreak, number " + random.nextInt(1000) + " of " + row;
            case 10 -> random.nextInt(20) == 0 ? number(random.nextDouble()) : "";
            case 11 -> String.format(Locale.ROOT, "%04d-%02d-%02d", random.nextInt(1, 9999), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case 12 -> random.nextBoolean() ? "true" : "";
            case 13 -> random.nextInt(4) == 0 ? "n/a" : random.nextInt(4) == 0 ? "-" : Integer.toString(random.nextInt(5));
            case 14 -> "a;b;" + random.nextInt(3);
            default -> number(random.nextGaussian());
        }).toList();
    }

    private static List<String> target(int rows, RandomGenerator random) {
        int kind = random.nextInt(9);
        int odd = random.nextInt(rows);
        return IntStream.range(0, rows).mapToObj(row -> switch (kind) {
            case 0 -> "class " + row;
            case 1 -> row == odd ? "rare" : "usual";
            case 2 -> row == odd ? "" : random.nextBoolean() ? "yes" : "no";
            case 3 -> number(Math.pow(10, random.nextInt(-300, 300)));
            case 4 -> row == odd ? "1e300" : number(random.nextGaussian());
            case 5 -> "0";
            case 6 -> "ß" + random.nextInt(5);
            case 7 -> number(1e-300 * random.nextGaussian());
            default -> number(random.nextGaussian());
        }).toList();
    }

    private static String number(double value) {
        return Double.toString(value);
    }
}
