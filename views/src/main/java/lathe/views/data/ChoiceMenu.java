package lathe.views.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.Region;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import lathe.views.parts.Parts;
import lathe.views.text.Terms;
import lathe.views.text.Texts;

/// A quiet button that shows a choice and offers the others in a menu; the first of them is Lathe's own choice.
///
/// @param <T> what is chosen
final class ChoiceMenu<T> extends MenuButton {

    private static final List<Role> ROLES = List.of(Role.FEATURE, Role.TARGET, Role.IGNORED, Role.ID, Role.GROUP, Role.TIME,
            Role.WEIGHT, Role.SPLIT);

    private final Texts texts;
    private final String group;
    private final List<T> choices;
    private final Function<T, String> name;
    private final Consumer<Optional<T>> chosen;
    private Optional<T> current = Optional.empty();
    private String of = "";

    private ChoiceMenu(Texts texts, String group, List<T> choices, Function<T, String> name, Consumer<Optional<T>> chosen) {
        this.texts = texts;
        this.group = group;
        this.choices = choices;
        this.name = name;
        this.chosen = chosen;
        setMinWidth(Region.USE_PREF_SIZE);
        setOnShowing(event -> fill());
        fill();
    }

    static ChoiceMenu<FieldType> ofTypes(Texts texts, Consumer<Optional<FieldType>> chosen) {
        Terms terms = Terms.of(texts.locale());
        return new ChoiceMenu<>(texts, "type.", List.of(FieldType.values()), terms::type, chosen);
    }

    static ChoiceMenu<Role> ofRoles(Texts texts, boolean withTarget, Consumer<Optional<Role>> chosen) {
        List<Role> roles = ROLES.stream().filter(role -> withTarget || role != Role.TARGET).toList();
        Terms terms = Terms.of(texts.locale());
        return new ChoiceMenu<>(texts, "role.", roles, terms::role, chosen);
    }

    /// In a cell: no frame.
    ChoiceMenu<T> inCell() {
        Parts.styled(this, "flat", "cell-menu");
        return this;
    }

    /// @param chosenNow what a person chose; empty if it is Lathe's choice
    void show(T now, Optional<T> chosenNow, String column) {
        String words = name.apply(now);
        if (!words.equals(getText())) {
            setText(words);
        }
        of = column;
        current = chosenNow;
    }

    /// Only a screen reader asks for it; writing it at every scroll step would take time for nothing.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && !of.isEmpty() ? texts.get(group + "of", of, getText())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void fill() {
        getItems().setAll(item(Optional.empty(), texts.get(group + "auto")));
        for (T choice : choices) {
            String note = group + choice.toString().toLowerCase(Locale.ROOT) + ".note";
            getItems().add(item(Optional.of(choice), texts.has(note) ? name.apply(choice) + "  " + texts.get(note) : name.apply(choice)));
        }
    }

    private RadioMenuItem item(Optional<T> choice, String words) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setId(group.replace('.', '-') + choice.map(each -> each.toString().toLowerCase(Locale.ROOT)).orElse("auto"));
        item.setSelected(choice.equals(current));
        item.setOnAction(event -> chosen.accept(choice));
        return item;
    }
}
