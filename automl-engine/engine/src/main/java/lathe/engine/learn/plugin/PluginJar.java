package lathe.engine.learn.plugin;

import java.nio.file.Path;
import java.util.List;

/// What a jar of the plug-in folder brought.
///
/// @param file     the jar
/// @param version  `Implementation-Version` of its manifest; empty if it says none
/// @param learners ids of its learners that are used
/// @param problems sentences why it, or a learner of it, was left out
public record PluginJar(Path file, String version, List<String> learners, List<String> problems) {

    public PluginJar {
        learners = List.copyOf(learners);
        problems = List.copyOf(problems);
    }

    static PluginJar leftOut(Path file, String reason) {
        return new PluginJar(file, "", List.of(), List.of(reason));
    }

    public String name() {
        return String.valueOf(file.getFileName());
    }
}
