package lathe.scoring.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.step.Clip;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.Impute;
import lathe.scoring.step.ListVector;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.MissingFlag;
import lathe.scoring.step.MissingTokens;
import lathe.scoring.step.NumberLevels;
import lathe.scoring.step.OneHot;
import lathe.scoring.step.Scale;
import lathe.scoring.step.SignedLog;
import lathe.scoring.step.TextVector;

/// Which input column each prepared feature comes from. Every step there is makes a feature of one column, so a row that
/// is part this row and part that one can be put together from features prepared before.
final class FeatureOwners {

    private final List<String> columns;
    private final Map<String, int[]> owners;

    private FeatureOwners(List<String> columns, Map<String, int[]> owners) {
        this.columns = columns;
        this.owners = owners;
    }

    static FeatureOwners of(Pipeline pipeline) {
        Schema inputs = pipeline.signature().inputs();
        Map<String, List<String>> names = new TreeMap<>();
        Set<String> used = new TreeSet<>();
        pipeline.model().members().forEach(member -> names.computeIfAbsent(member.recipe(),
                id -> sources(recipe(pipeline, id), inputs)));
        names.values().forEach(used::addAll);
        List<String> columns = inputs.names().stream().filter(used::contains).toList();
        Map<String, int[]> owners = new HashMap<>();
        names.forEach((id, sources) -> owners.put(id, sources.stream().mapToInt(columns::indexOf).toArray()));
        return new FeatureOwners(columns, owners);
    }

    private static FittedRecipe recipe(Pipeline pipeline, String id) {
        FittedRecipe recipe = pipeline.recipes().get(id);
        if (recipe == null) {
            throw new IllegalArgumentException("no recipe '%s'".formatted(id));
        }
        return recipe;
    }

    private static List<String> sources(FittedRecipe recipe, Schema inputs) {
        Map<String, String> sources = new HashMap<>();
        inputs.names().forEach(name -> sources.put(name, name));
        for (FittedStep step : recipe.steps()) {
            switch (step) {
                case MissingTokens _, Impute _, Clip _, SignedLog _, Scale _ -> { }   // in place, each column by itself
                case MissingFlag flag -> put(sources, flag.columns(), flag.outputs());
                case NumberLevels levels -> put(sources, levels.columns(), levels.outputs());
                case OneHot _, Lookup _, DateParts _, TextVector _, ListVector _ -> {
                    String source = source(sources, step.reads().getFirst());
                    step.writes().forEach(output -> sources.put(output, source));
                }
            }
        }
        List<String> ofFeatures = new ArrayList<>();
        recipe.features().forEach(feature -> ofFeatures.add(source(sources, feature)));
        return ofFeatures;
    }

    private static void put(Map<String, String> sources, List<String> columns, List<String> outputs) {
        for (int i = 0; i < columns.size(); i++) {
            sources.put(outputs.get(i), source(sources, columns.get(i)));
        }
    }

    private static String source(Map<String, String> sources, String name) {
        String source = sources.get(name);
        if (source == null) {
            throw new IllegalArgumentException("no step puts the column '%s'".formatted(name));
        }
        return source;
    }

    /// Input columns that some feature comes from, in the signature's order.
    List<String> columns() {
        return columns;
    }

    /// Ids of the recipes that members read.
    Set<String> recipes() {
        return owners.keySet();
    }

    /// Index into [#columns()] for each feature of a recipe; callers must not write to it.
    int[] of(String recipe) {
        int[] found = owners.get(recipe);
        if (found == null) {
            throw new IllegalArgumentException("no member reads the recipe '%s'".formatted(recipe));
        }
        return found;
    }

    /// Features of all recipes together.
    int features() {
        return owners.values().stream().mapToInt(each -> each.length).sum();
    }
}
