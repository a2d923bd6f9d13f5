package lathe.views.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lathe.engine.ensemble.SingleBest;
import lathe.engine.evaluate.Validation;
import lathe.engine.flow.RunForecast;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Task;
import lathe.views.text.Terms;
import lathe.views.text.Texts;

/// Says in sentences what a run will do. Pure: the same state gives the same words.
final class SetupWords {

    private static final int MOST_NAMED = 4;
    private static final String SINGLE = new SingleBest().id();

    private final Texts texts;
    private final Terms terms;

    SetupWords(Texts texts) {
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
    }

    /// The preview, a paragraph each; empty before it is known.
    List<String> preview(SetupState state) {
        return state.forecast().map(forecast -> preview(state, forecast)).orElse(List.of());
    }

    private List<String> preview(SetupState state, RunForecast forecast) {
        List<String> sentences = new ArrayList<>();
        sentences.add(question(state.settings().target(), forecast));
        Optional<String> weight = state.settings().weight();
        if (forecast.rowsWithout() > 0) {
            sentences.add(texts.get(weight.isPresent() ? "preview.without-weight" : "preview.without", forecast.rowsWithout()));
        }
        weight.ifPresent(column -> sentences.add(texts.get("preview.weight", column)));
        List<String> leftOut = forecast.leftOut().stream().filter(column -> !weight.equals(Optional.of(column))).toList();
        if (!leftOut.isEmpty()) {
            sentences.add(texts.get("preview.left-out", leftOut.size(), some(leftOut)));
        }
        sentences.add(forecast.holdoutRows() > 0 ? texts.get("preview.holdout", forecast.holdoutRows())
                : texts.get("preview.no-holdout"));
        String metric = terms.metric(forecast.metric());
        int searched = forecast.rows() - forecast.holdoutRows();
        sentences.add(forecast.folds() > 1 ? texts.get("preview.folds", searched, forecast.folds(), metric)
                : texts.get("preview.split", searched, metric));
        divided(state.search().validation()).ifPresent(sentences::add);
        sentences.add(time(state, forecast));
        if (forecast.teaching() > 0) {
            sentences.add(texts.get("preview.taught", state.settings().target(), duration(forecast.teaching())));
        }
        return sentences;
    }

    private Optional<String> divided(Validation validation) {
        return switch (validation) {
            case Validation.Random _ -> Optional.empty();
            case Validation.Group group -> Optional.of(texts.get("preview.group", group.column()));
            case Validation.Time time -> Optional.of(texts.get("preview.in-time", time.column()));
            case Validation.OwnFolds own -> Optional.of(texts.get("preview.own-folds", own.column()));
        };
    }

    private String question(String target, RunForecast forecast) {
        int rows = forecast.rows() + forecast.rowsWithout();
        int columns = forecast.columns().size();
        return switch (forecast.task()) {
            case BINARY -> texts.get("preview.binary", rows, columns, target, forecast.classes().get(forecast.positive()));
            case MULTICLASS -> texts.get("preview.multiclass", rows, columns, target, forecast.classes().size());
            case REGRESSION -> texts.get("preview.regression", rows, columns, target);
        };
    }

    private String time(SetupState state, RunForecast forecast) {
        SearchSettings search = state.search();
        List<String> names = forecast.learners().stream().filter(id -> !id.equals("baseline")).map(terms::learner).toList();
        String learners = names.size() > MOST_NAMED ? texts.get("preview.kinds", names.size()) : list(names);
        int workers = forecast.workers();
        String end = texts.get(search.ensemble().equals(SINGLE) ? "preview.keep" : "preview.blend");
        if (state.isUntimed()) {
            return texts.get("preview.trials", search.trialLimit(), learners, workers, end);
        }
        String time = duration(search.budgetSeconds());
        return search.trialLimit() > 0 ? texts.get("preview.time-or-trials", time, learners, workers, end, search.trialLimit())
                : texts.get("preview.time", time, learners, workers, end);
    }

    /// For example "90 seconds", "5 minutes", "1 hour".
    String duration(double seconds) {
        if (seconds % 60 != 0) {
            return texts.get("seconds", Math.round(seconds));
        }
        return seconds < 7200 && seconds != 3600 ? texts.get("minutes", Math.round(seconds / 60))
                : texts.get("hours", Math.round(seconds / 360) / 10.0);
    }

    /// What was found about the target.
    String found(SetupState state) {
        return state.forecast().map(forecast -> {
            Task task = forecast.task();
            String name = terms.task(task);
            return state.settings().task().isEmpty() ? texts.get("task.found", name) : texts.get("task.chosen", name);
        }).orElse("");
    }

    private String some(List<String> names) {
        List<String> shown = names.subList(0, Math.min(MOST_NAMED, names.size()));
        String text = String.join(", ", shown);
        return names.size() > MOST_NAMED ? texts.get("and-more", text, names.size() - MOST_NAMED) : text;
    }

    private String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return texts.get("list", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }
}
