package lathe.scoring.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lathe.scoring.Matrix;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.derive.DerivedColumn;
import lathe.scoring.step.Arithmetic;
import lathe.scoring.step.Bins;
import lathe.scoring.step.Clip;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.Cross;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.HashedText;
import lathe.scoring.step.Impute;
import lathe.scoring.step.ListNumbers;
import lathe.scoring.step.ListVector;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.MissingFlag;
import lathe.scoring.step.MissingTokens;
import lathe.scoring.step.NormalRank;
import lathe.scoring.step.NumberLevels;
import lathe.scoring.step.OneHot;
import lathe.scoring.step.Scale;
import lathe.scoring.step.SignedLog;
import lathe.scoring.step.TextStatistics;
import lathe.scoring.step.TextSvd;
import lathe.scoring.step.TextVector;
import lathe.scoring.step.YeoJohnson;

/// Which input column each prepared feature comes from.
///
/// Most steps make a feature of one column, so a row that is part this row and part that one can be put together from
/// features prepared before. From the first step on that joins columns, the steps are left for the row put together.
final class FeatureOwners {

    private static final int NONE = -1;

    private final List<String> columns;
    private final Map<String, Halves> recipes;

    /// A recipe in two: what can be prepared before rows are mixed, and what must wait.
    ///
    /// @param before gives numbers that come from one input column each
    /// @param owners index into [#columns()] for each of these; -1 for what is derived from several columns
    /// @param after  goes on from them to the features; without steps if nothing joins columns
    record Halves(FittedRecipe before, List<Integer> owners, FittedRecipe after) {

        /// The features of rows, from the numbers prepared before.
        Matrix finish(Matrix prepared) {
            return after.steps().isEmpty() ? prepared : after.apply(prepared);
        }
    }

    private FeatureOwners(List<String> columns, Map<String, Halves> recipes) {
        this.columns = columns;
        this.recipes = recipes;
    }

    static FeatureOwners of(Pipeline pipeline) {
        Schema inputs = pipeline.signature().inputs();
        Schema complete = DerivedColumn.schema(inputs, pipeline.derived());
        Map<String, Set<String>> roots = roots(inputs, pipeline.derived());
        Map<String, FittedRecipe> before = new TreeMap<>();
        Map<String, List<String>> names = new TreeMap<>();
        Set<String> used = new TreeSet<>();
        pipeline.model().members().forEach(member -> before.computeIfAbsent(member.recipe(),
                id -> firstHalf(recipe(pipeline, id))));
        before.forEach((id, recipe) -> names.put(id, sources(recipe, complete)));
        names.values().forEach(each -> each.forEach(source -> used.addAll(of(roots, source))));
        List<String> columns = inputs.names().stream().filter(used::contains).toList();
        Map<String, Halves> recipes = new HashMap<>();
        before.forEach((id, first) -> {
            FittedRecipe whole = recipe(pipeline, id);
            List<FittedStep> rest = whole.steps().subList(first.steps().size(), whole.steps().size());
            List<String> sources = names.getOrDefault(id, List.of());
            recipes.put(id, new Halves(first, sources.stream().map(source -> owner(columns, of(roots, source))).toList(),
                    new FittedRecipe(rest, whole.features())));
        });
        return new FeatureOwners(columns, recipes);
    }

    // The raw columns that each column is made of, itself for a raw one.
    private static Map<String, Set<String>> roots(Schema inputs, List<DerivedColumn> derived) {
        Map<String, Set<String>> roots = new HashMap<>();
        inputs.names().forEach(name -> roots.put(name, Set.of(name)));
        for (DerivedColumn column : derived) {
            Set<String> own = new TreeSet<>();
            column.expression().columns().forEach(name -> own.addAll(of(roots, name)));
            roots.put(column.name(), own);
        }
        return roots;
    }

    private static Set<String> of(Map<String, Set<String>> roots, String name) {
        return roots.getOrDefault(name, Set.of());
    }

    private static int owner(List<String> columns, Set<String> roots) {
        return roots.size() == 1 ? columns.indexOf(roots.iterator().next()) : NONE;
    }

    private static FittedRecipe recipe(Pipeline pipeline, String id) {
        FittedRecipe recipe = pipeline.recipes().get(id);
        if (recipe == null) {
            throw new IllegalArgumentException("no recipe '%s'".formatted(id));
        }
        return recipe;
    }

    private static FittedRecipe firstHalf(FittedRecipe recipe) {
        List<FittedStep> steps = recipe.steps();
        int end = 0;
        while (end < steps.size() && !(steps.get(end) instanceof Arithmetic) && !(steps.get(end) instanceof Cross)) {
            end++;
        }
        if (end == steps.size()) {
            return recipe;
        }
        Set<String> wanted = new LinkedHashSet<>();
        Set<String> made = new HashSet<>();
        for (FittedStep step : steps.subList(end, steps.size())) {
            step.reads().stream().filter(name -> !made.contains(name)).forEach(wanted::add);
            made.addAll(step.writes());
        }
        recipe.features().stream().filter(name -> !made.contains(name)).forEach(wanted::add);
        return new FittedRecipe(steps.subList(0, end), List.copyOf(wanted));
    }

    private static List<String> sources(FittedRecipe recipe, Schema inputs) {
        Map<String, String> sources = new HashMap<>();
        inputs.names().forEach(name -> sources.put(name, name));
        for (FittedStep step : recipe.steps()) {
            switch (step) {
                case MissingTokens _, Impute _, Clip _, SignedLog _, NormalRank _, YeoJohnson _, Scale _ -> { }   // in place, each column by itself
                case MissingFlag flag -> put(sources, flag.columns(), flag.outputs());
                case NumberLevels levels -> put(sources, levels.columns(), levels.outputs());
                case OneHot _, Lookup _, DateParts _, TextVector _, TextStatistics _, TextSvd _, ListVector _, CodeTable _, Bins _, HashedText _,
                        ListNumbers _ -> {
                    String source = source(sources, step.reads().getFirst());
                    step.writes().forEach(output -> sources.put(output, source));
                }
                case Arithmetic _, Cross _ -> throw new IllegalArgumentException("a step that joins columns is of the second half");
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

    /// Whether some number prepared before comes of several columns, so that mixed rows must be prepared from their start.
    boolean mixesBefore() {
        return recipes.values().stream().anyMatch(each -> each.owners().contains(NONE));
    }

    /// Ids of the recipes that members read.
    Set<String> recipes() {
        return recipes.keySet();
    }

    Halves of(String recipe) {
        Halves found = recipes.get(recipe);
        if (found == null) {
            throw new IllegalArgumentException("no member reads the recipe '%s'".formatted(recipe));
        }
        return found;
    }

    /// Features of all recipes together, and what is kept on the way to them.
    int features() {
        return recipes.values().stream().mapToInt(each -> each.owners().size()
                + (each.after().steps().isEmpty() ? 0 : each.after().features().size())).sum();
    }
}
