package lathe.engine.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import lathe.engine.data.Imported;
import lathe.engine.label.Answers;
import lathe.engine.label.Doubt;
import lathe.engine.label.Doubts;
import lathe.engine.label.LackingRows;
import lathe.engine.label.SpreadOrder;
import lathe.engine.progress.CancelToken;
import lathe.engine.provenance.Seed;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.TypedTargets;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;

/// The rows of a project that lack a target, those worth labelling first at the front.
///
/// @param table    as it was read
/// @param answers  what may be typed
/// @param open     rows that lack a target, of those that are learnt from
/// @param known    keys of all rows that lack a target in the source, whether one was typed or not
/// @param typed    how many have a typed target
/// @param all      rows that lack a target in the source and are learnt from once they have one
/// @param byModel  whether a model's doubts decide the order; otherwise the rows are spread over the table
public record Labelling(Table table, Answers answers, List<Row> open, Set<String> known, int typed, int all, boolean byModel) {

    private static final Logger LOG = Logger.getLogger(Labelling.class.getName());
    private static final Seed SEED = new Seed(0x1ABE1);
    // Of more rows a random choice is looked at: a person labels far fewer.
    private static final int MOST_LOOKED_AT = 50_000;
    private static final int MOST_CLASSES = 200;

    public Labelling {
        open = List.copyOf(open);
        known = Set.copyOf(known);
    }

    /// A row without a target.
    ///
    /// @param row   its place in the table, from 0
    /// @param key   under which a typed value is kept
    /// @param doubt why it is worth labelling
    public record Row(int row, String key, Doubt doubt) { }

    /// The model of a project, if there is one for its present target.
    public static Optional<ModelPackage> model(Path project, String target) {
        Path file = project.resolve(ProjectFolder.MODEL_FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PackageReader.open(file)).filter(model -> model.signature().target().equals(target));
        } catch (ProblemException damaged) {
            LOG.log(Level.WARNING, "labelling goes on without the model", damaged);
            return Optional.empty();
        }
    }

    /// @param read  the source as it was read
    /// @param model of the target; rows are spread where there is none, or it reads other columns
    /// @throws ProblemException if no target is chosen, or none can be typed for it
    public static Labelling of(Imported read, ProjectSettings settings, TypedTargets typed, Optional<ModelPackage> model, CancelToken cancel) {
        Table table = read.table();
        String target = settings.target();
        requireTarget(table.schema(), settings);
        LackingRows lacking = LackingRows.of(table, target);
        Map<String, String> values = typed.of(target);
        Set<Integer> kept = kept(read, settings, typed);
        Set<String> known = new HashSet<>();
        List<Integer> open = new ArrayList<>();
        for (int place = 0; place < lacking.size(); place++) {
            known.add(lacking.key(place));
            if (!values.containsKey(lacking.key(place)) && (kept.isEmpty() || kept.contains(lacking.row(place)))) {
                open.add(place);
            }
        }
        cancel.stopIfCancelled();
        int count = (int) values.keySet().stream().filter(known::contains).count();
        Optional<ModelPackage> fitting = model.filter(each -> reads(each, table.schema()));
        Answers answers = answers(lacking.fill(values).table(), settings, fitting);
        List<Row> ordered = ordered(table, lacking, open, features(table.schema(), settings, fitting), fitting, cancel);
        boolean byModel = ordered.stream().anyMatch(row -> !(row.doubt() instanceof Doubt.Unknown));
        return new Labelling(table, answers, ordered, known, count, count + open.size(), byModel);
    }

    private static void requireTarget(Schema schema, ProjectSettings settings) {
        String target = settings.target();
        if (target.isBlank()) {
            throw new ProblemException(Problem.of("target-missing", "It has not been said yet which column to predict.", "Choose the target column."));
        }
        if (schema.find(target).isEmpty() || !LackingRows.takes(schema.field(target).type())) {
            throw new ProblemException(Problem.of("target-not-typed", settings.table().derived().containsKey(target)
                    ? "'%s' is computed from other columns, so no value can be typed for it.".formatted(target)
                    : "No value can be typed for '%s': it is no column of the data, or a list.".formatted(target), "Choose another target."));
        }
    }

    // Rows that nobody learns from need no label; empty for all rows.
    private static Set<Integer> kept(Imported read, ProjectSettings settings, TypedTargets typed) {
        if (!settings.table().choosesRows()) {
            return Set.of();
        }
        ProjectTable made = ProjectTable.of(read, settings, typed);
        Set<Integer> kept = new HashSet<>();
        IntStream.range(0, made.imported().table().rows()).forEach(row -> kept.add(made.sourceRow(row)));
        return kept;
    }

    private static boolean reads(ModelPackage model, Schema schema) {
        return model.signature().inputs().fields().stream().allMatch(input -> schema.find(input.name()).isPresent()
                && schema.field(input.name()).type().isNumber() == input.type().isNumber());
    }

    private static Answers answers(Table labelled, ProjectSettings settings, Optional<ModelPackage> model) {
        Column column = labelled.column(settings.target());
        Set<String> values = new TreeSet<>();
        for (int row = 0; row < labelled.rows() && values.size() <= MOST_CLASSES; row++) {
            if (!column.isMissing(row)) {
                values.add(TargetCoder.text(column, row));
            }
        }
        Task task = settings.chosenTask().or(() -> model.map(each -> each.signature().task())).orElseGet(() -> TargetCoder.usual(column, values));
        boolean numbers = labelled.schema().field(settings.target()).type().isNumber() && !task.isClassification();
        return new Answers(settings.target(), labelled.schema().field(settings.target()).type(), numbers,
                numbers || values.size() > MOST_CLASSES ? List.of() : values.stream().sorted(TargetCoder.order(values)).toList());
    }

    private static Schema features(Schema schema, ProjectSettings settings, Optional<ModelPackage> model) {
        Optional<Schema> read = model.map(each -> each.signature().inputs());
        return read.orElseGet(() -> new Schema(schema.fields().stream().filter(field -> takesPart(field, settings)).toList()));
    }

    private static boolean takesPart(Field field, ProjectSettings settings) {
        return !field.name().equals(settings.target()) && settings.column(field.name()).chosenRole().filter(role -> role != Role.FEATURE).isEmpty();
    }

    private static List<Row> ordered(Table table, LackingRows lacking, List<Integer> open, Schema features, Optional<ModelPackage> model,
            CancelToken cancel) {
        int[] places = looked(open);
        Table rows = table.project(features).select(Arrays.stream(places).map(lacking::row).toArray());
        List<Doubt> doubts = model.map(each -> Doubts.of(each, rows, cancel))
                .orElseGet(() -> Collections.nCopies(places.length, new Doubt.Unknown()));
        double[] sizes = doubts.stream().mapToDouble(Doubt::size).toArray();
        cancel.stopIfCancelled();
        int[] order = Arrays.stream(sizes).anyMatch(size -> size > 0) ? SpreadOrder.byDoubt(rows, sizes) : SpreadOrder.byChance(rows, SEED.child("order", 0));
        return Arrays.stream(order).mapToObj(at -> new Row(lacking.row(places[at]), lacking.key(places[at]), doubts.get(at))).toList();
    }

    private static int[] looked(List<Integer> open) {
        int[] all = open.stream().mapToInt(Integer::intValue).toArray();
        return all.length <= MOST_LOOKED_AT ? all
                : SEED.child("looked", 0).random().ints(0, all.length).distinct().limit(MOST_LOOKED_AT).sorted().map(at -> all[at]).toArray();
    }
}
