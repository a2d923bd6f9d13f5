package lathe.views.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import lathe.engine.builtin.EnsembleMethods;
import lathe.engine.builtin.Strategies;
import lathe.engine.ensemble.EnsembleMethod;
import lathe.engine.evaluate.Validation;
import lathe.engine.learn.AskedLoss;
import lathe.engine.search.Strategy;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Task;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// How the result is checked, and where the work is done.
final class RigourCard extends VBox {

    private static final List<String> SHARES = List.of("0.0", "0.1", "0.2", "0.3", "0.4");
    private static final List<String> KINDS = List.of("random", "group", "time", "folds");
    private static final List<String> STRATEGIES = Strategies.ALL.stream().map(Strategy::id).toList();
    private static final List<String> ENSEMBLES = EnsembleMethods.ALL.stream().map(EnsembleMethod::id).toList();
    private static final List<String> SCORINGS = List.of(SearchSettings.BEST, SearchSettings.FAST);
    private static final List<String> CLASS_WEIGHTS = List.of(SearchSettings.NO_WEIGHTS, SearchSettings.BALANCED, SearchSettings.SMOTE);
    private static final List<String> LOSSES = List.of("", "squared", "absolute", "huber", "log_cosh", "poisson", "tweedie", "quantile:0.05",
            "quantile:0.1", "quantile:0.25", "quantile:0.5", "quantile:0.75", "quantile:0.9", "quantile:0.95");
    private static final int MOST_THREADS = 256;

    private final Choice holdout;
    private final Choice threads;
    private final Spinner<Integer> seed = Parts.named("train-seed", new Spinner<>(0, Integer.MAX_VALUE, 1));
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final Choice validation;
    private final Choice dividing;
    private final Choice strategy;
    private final Choice ensemble;
    private final Choice scoring;
    private final Choice classWeights;
    private final Choice loss;
    private boolean showing;

    RigourCard(SetupViewModel model, Texts texts) {
        holdout = new Choice("train-holdout", texts.get("holdout"), share -> share.equals("0.0") ? texts.get("holdout.none")
                : texts.numbers().percent(Double.parseDouble(share), 0), share -> model.holdout(Double.parseDouble(share)));
        threads = new Choice("train-threads", texts.get("threads"), count -> count.equals("0")
                ? texts.get("threads.auto", cores) : count, count -> model.threads(Integer.parseInt(count)));
        validation = new Choice("train-validation", texts.get("validation"), kind -> texts.get("validation." + kind), model::validation);
        dividing = new Choice("train-validation-column", texts.get("validation.column"), column -> column, model::dividingColumn);
        strategy = new Choice("train-strategy", texts.get("strategy"), id -> texts.get("strategy." + id), model::strategy);
        ensemble = new Choice("train-ensemble", texts.get("ensemble"), id -> texts.get("ensemble." + id), model::ensemble);
        scoring = new Choice("train-scoring", texts.get("scoring"), kind -> texts.get("scoring." + kind), model::scoring);
        classWeights = new Choice("train-class-weights", texts.get("class-weights"), kind -> className(kind, texts),
                model::classWeights);
        loss = new Choice("train-loss", texts.get("loss"), text -> lossName(text, texts), model::loss);
        seed.setEditable(true);
        seed.setMaxWidth(Double.MAX_VALUE);
        onValue(seed, model::seed);
        VBox seedBox = new VBox(4, Choice.label(texts.get("seed"), seed), seed, Parts.styled(Parts.muted(texts.get("seed.about")), "small"));
        GridPane grid = new GridPane(16, 12);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        grid.addRow(0, validation, dividing);
        grid.addRow(1, holdout, seedBox);
        grid.addRow(2, strategy, ensemble);
        grid.addRow(3, scoring, threads);
        grid.addRow(4, classWeights, loss);
        Parts.styled(this, "card");
        setSpacing(12);
        getChildren().addAll(Parts.styled(new Label(texts.get("card.rigour")), "card-title"), grid, where(texts));
    }

    private static Node where(Texts texts) {
        ToggleGroup group = new ToggleGroup();
        RadioButton here = Parts.named("train-here", new RadioButton(texts.get("where.here")));
        RadioButton spark = Parts.named("train-spark", new RadioButton(texts.get("where.spark")));
        here.setToggleGroup(group);
        spark.setToggleGroup(group);
        here.setSelected(true);
        spark.setDisable(true);
        FlowPane row = new FlowPane(16, 8, Parts.styled(new Label(texts.get("where")), "strong"), here, spark,
                Parts.styled(new Label(texts.get("where.why-not")), "muted", "small"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void onValue(Spinner<Integer> spinner, IntConsumer chosen) {
        spinner.valueProperty().subscribe((before, value) -> {
            if (!showing && value != null) {
                chosen.accept(value);
            }
        });
    }

    void show(SetupState state, Texts texts) {
        showing = true;
        String share = Double.toString(state.search().holdout());
        holdout.show(with(SHARES, share), share, texts.get("holdout.about"));
        String count = Integer.toString(state.search().threads());
        List<String> counts = IntStream.rangeClosed(0, Math.min(MOST_THREADS, Math.max(cores, 1) * 2))
                .mapToObj(Integer::toString).toList();
        threads.show(with(counts, count), count, texts.get("threads.about"));
        Validation how = state.search().validation();
        validation.show(KINDS, how.kind(), texts.get("validation." + how.kind() + ".about"));
        dividing.setDisable(how instanceof Validation.Random);
        dividing.show(dividers(state), how.column(), "");
        String way = state.search().strategy();
        strategy.show(with(STRATEGIES, way), way, STRATEGIES.contains(way) ? texts.get("strategy." + way + ".about") : "");
        String joining = state.search().ensemble();
        ensemble.show(with(ENSEMBLES, joining), joining,
                ENSEMBLES.contains(joining) ? texts.get("ensemble." + joining + ".about") : "");
        scoring.show(SCORINGS, state.search().scoring(), texts.get("scoring." + state.search().scoring() + ".about"));
        String kind = state.search().classWeights();
        classWeights.show(with(CLASS_WEIGHTS, kind), kind, texts.get("class-weights." + plain(kind) + ".about", texts.numbers().percent(state.search().smote(), 0)));
        AskedLoss asked = state.search().loss();
        loss.setDisable(asked.isNone() && state.forecast().filter(forecast -> forecast.task() == Task.REGRESSION).isEmpty());
        loss.show(with(LOSSES, asked.text()), asked.text(), texts.get("loss." + lossKey(asked) + ".about", texts.numbers().percent(asked.level(), 0)));
        int value = Math.clamp(state.search().seed().value(), 0, Integer.MAX_VALUE);
        if (seed.getValue() != value) {
            seed.getValueFactory().setValue(value);
        }
        showing = false;
    }

    // A share may be asked for behind it.
    private static String plain(String kind) {
        return kind.startsWith(SearchSettings.SMOTE) ? SearchSettings.SMOTE : kind;
    }

    private static String className(String kind, Texts texts) {
        return texts.get("class-weights." + plain(kind)) + (plain(kind).equals(kind) ? "" : " " + kind.substring(kind.indexOf(':') + 1));
    }

    private static String lossName(String text, Texts texts) {
        AskedLoss asked = AskedLoss.parse(text);
        return texts.get("loss." + lossKey(asked), texts.numbers().significant(asked.level(), 2));
    }

    private static String lossKey(AskedLoss asked) {
        return asked.isNone() ? "none" : asked.name();
    }

    private static List<String> dividers(SetupState state) {
        return with(state.columns().stream().filter(column -> !column.equals(state.settings().target())).toList(),
                state.search().validation().column());
    }

    private static List<String> with(List<String> usual, String value) {
        if (value.isEmpty() || usual.contains(value)) {
            return usual;
        }
        List<String> more = new ArrayList<>(usual);
        more.add(value);
        return List.copyOf(more);
    }
}
