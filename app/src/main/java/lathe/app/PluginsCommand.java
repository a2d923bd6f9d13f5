package lathe.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lathe.engine.builtin.Learners;
import lathe.engine.learn.LearnerApi;
import lathe.engine.learn.plugin.PluginJar;
import lathe.engine.learn.plugin.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Says what the plug-in folder holds.
@Command(name = "plugins", mixinStandardHelpOptions = true,
        description = "Lists the learners of plug-ins, and why a plug-in was left out.",
        footer = {"", "Example: lathe plugins", "",
            "Plug-ins are jars in the folder 'plugins' beside Lathe, or in the folder the variable LATHE_PLUGINS names.",
            "They are programs: only put a jar there that you trust. A project or a model never brings one."})
final class PluginsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Plugins plugins = Learners.PLUGINS;
        Optional<Path> folder = plugins.folder().path();
        out.println("plug-ins  %s".formatted(folder.map(Path::toString).orElse("none: there is no plug-in folder")));
        out.println("version   %d of the learners' interface".formatted(LearnerApi.VERSION));
        if (!plugins.folder().problem().isEmpty()) {
            out.println("          " + plugins.folder().problem());
        }
        plugins.jars().forEach(jar -> print(jar, out));
        out.flush();
        return 0;
    }

    private static void print(PluginJar jar, PrintWriter out) {
        out.println();
        out.println(jar.version().isEmpty() ? jar.name() : "%s, version %s".formatted(jar.name(), jar.version()));
        jar.learners().forEach(id -> out.println("  learner   %s (tried with --learners %s)".formatted(id, id)));
        jar.problems().forEach(problem -> out.println("  left out  " + problem));
    }
}
