package lathe.views.data;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// The foot of the contract: how many columns it holds, and the means to propose it and to try it on the data.
final class ContractFoot extends VBox {

    private static final double FOUND_HEIGHT = 76;

    private final Texts texts;
    private final DataViewModel model;
    private final ContractViewModel contract;
    private final Label state = Parts.named("contract-state", Parts.text(""));
    private final Label found = Parts.named("contract-found", Parts.text(""));
    private final ScrollPane scroll = Parts.styled(new ScrollPane(found), "screen-scroll");
    private final Button propose;
    private final Button check;
    private final Button clear;

    ContractFoot(Texts texts, DataViewModel model, ContractViewModel contract) {
        super(6);
        this.texts = texts;
        this.model = model;
        this.contract = contract;
        Parts.styled(this, "list-foot");
        setMinHeight(USE_PREF_SIZE);   // the list above gives way
        propose = Parts.named("contract-propose", Parts.button(texts.get("contract.propose"), contract::propose));
        check = Parts.named("contract-check", Parts.button(texts.get("contract.check"), contract::check));
        clear = Parts.named("contract-clear", Parts.button(texts.get("contract.clear"), contract::clear));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(FOUND_HEIGHT);
        scroll.setMaxHeight(FOUND_HEIGHT);
        FlowPane means = new FlowPane(Parts.GAP, Parts.GAP, propose, check, clear);
        means.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(state, scroll, means);
        contract.outcomeProperty().subscribe(outcome -> show());
        model.stateProperty().subscribe(now -> show());
        model.project().settingsProperty().subscribe(settings -> show());
    }

    private void show() {
        long in = model.state().rows().stream().filter(row -> contract.rule(row.name()).isPresent()).count();
        boolean none = contract.rules().isEmpty();
        state.setText(none ? texts.get("contract.none") : texts.get("contract.state", in, model.state().rows().size()));
        List<String> sentences = contract.found();
        found.setText(String.join("\n", sentences));
        boolean several = sentences.size() > 1;
        scroll.setMinHeight(several ? FOUND_HEIGHT : USE_PREF_SIZE);
        scroll.setVisible(!sentences.isEmpty());
        scroll.setManaged(!sentences.isEmpty());
        propose.setText(texts.get(none ? "contract.propose" : "contract.propose-again"));
        propose.setDisable(model.project().raw().isEmpty());
        check.setDisable(none);
        clear.setDisable(none);
    }
}
