package lathe.views.data;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// The foot of the table: how to set many columns at once, and the means to once several are selected.
final class BulkBar extends HBox {

    private final Texts texts;
    private final Label words = Parts.styled(new Label(), "muted");
    private final ChoiceMenu<FieldType> types;
    private final ChoiceMenu<Role> roles;
    private final Button leaveOut;

    BulkBar(Texts texts, DataViewModel model) {
        super(Parts.GAP);
        this.texts = texts;
        Parts.named("bulk", Parts.styled(this, "bulk-bar"));
        setAlignment(Pos.CENTER_LEFT);
        types = Parts.named("bulk-type", ChoiceMenu.ofTypes(texts, type -> model.setType(model.state().selection(), type)));
        types.setText(texts.get("bulk.type"));
        roles = Parts.named("bulk-role", ChoiceMenu.ofRoles(texts, false, role -> model.setRole(model.state().selection(), role)));
        roles.setText(texts.get("bulk.role"));
        leaveOut = Parts.named("bulk-leave-out", Parts.button(texts.get("bulk.leave-out"), () ->
                model.setRole(model.state().selection(), java.util.Optional.of(Role.IGNORED))));
        words.setMinWidth(0);
        getChildren().addAll(words, Parts.spacer(), types, roles, leaveOut);
        model.stateProperty().subscribe(this::show);
    }

    private void show(DataState state) {
        int count = state.selection().size();
        boolean several = count > 1;
        words.setText(several ? texts.get("bulk.selected", count) : texts.get("bulk.hint"));
        for (javafx.scene.Node each : new javafx.scene.Node[] {types, roles, leaveOut}) {
            each.setVisible(several);
            each.setManaged(several);
        }
    }
}
