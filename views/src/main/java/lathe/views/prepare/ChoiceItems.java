package lathe.views.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import lathe.views.parts.Parts;

/// The choices for columns as entries of a menu, each with one sentence what it does and when it helps.
final class ChoiceItems {

    private static final double WIDTH = 340;
    /// More than these would not fit on a small screen; the others open beside them.
    private static final int AT_ONCE = 6;

    private ChoiceItems() { }

    /// @param steps  offered beside the automatic choice and leaving out
    /// @param prefix of the ids of the entries
    static List<MenuItem> of(PlanWords words, List<String> steps, String prefix, Consumer<String> chosen) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item(words, ColumnPlan.AUTOMATIC, prefix + "automatic", chosen));
        items.add(new SeparatorMenuItem());
        int shown = steps.size() <= AT_ONCE + 1 ? steps.size() : AT_ONCE;
        steps.subList(0, shown).forEach(step -> items.add(item(words, step, prefix + step, chosen)));
        if (shown < steps.size()) {
            Menu more = new Menu(words.moreWays());
            more.setId(prefix + "more");
            steps.subList(shown, steps.size()).forEach(step -> more.getItems().add(item(words, step, prefix + step, chosen)));
            items.add(more);
        }
        items.add(new SeparatorMenuItem());
        items.add(item(words, ColumnPlan.LEAVE_OUT, prefix + ColumnPlan.LEAVE_OUT, chosen));
        return items;
    }

    private static MenuItem item(PlanWords words, String choice, String id, Consumer<String> chosen) {
        Label name = Parts.styled(new Label(words.choice(choice)), "strong");
        Label about = Parts.styled(Parts.muted(words.about(choice)), "small", "choice-about");
        about.setPrefWidth(WIDTH);
        about.setMaxWidth(WIDTH);
        VBox both = new VBox(2, name, about);
        CustomMenuItem item = new CustomMenuItem(both, true);
        item.setId(id);
        both.setAccessibleText(words.choice(choice) + ". " + words.about(choice));
        item.setOnAction(event -> chosen.accept(choice));
        return item;
    }
}
