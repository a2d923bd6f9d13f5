package lathe.views.handover;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The commands that do what the screen does, as they are typed into a shell.
final class CommandLines {

    private CommandLines() { }

    static List<String> of(Path project, Path model) {
        return List.of(line("lathe", "run", project.toString()),
                line("lathe", "verify", model.toString()),
                line("lathe", "export", model.toString(), "--format", "onnx", "--out", "model.onnx"),
                line("lathe", "predict", model.toString(), "new-data.csv", "--out", "predicted.csv", "--reasons", "3",
                        "--keep-columns"));
    }

    private static String line(String... words) {
        return List.of(words).stream().map(CommandLines::quoted).collect(Collectors.joining(" "));
    }

    // For POSIX shells and PowerShell alike: single quotes around anything but plain characters.
    static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}._/:\\\\=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
