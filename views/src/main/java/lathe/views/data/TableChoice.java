package lathe.views.data;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.engine.data.SourceTables;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// Asks which table of an archive or a database is meant.
final class TableChoice extends VBox {

    private static final double HEIGHT = 320;

    private final ListView<String> names = Parts.named("table-names", new ListView<>());
    private final DataViewModel model;
    private final ImportModel importing;

    TableChoice(Texts texts, DataViewModel model, ImportModel importing) {
        super(12);
        this.model = model;
        this.importing = importing;
        Button read = Parts.named("table-read", Parts.primary(texts.get("tables.read"), this::choose));
        read.disableProperty().bind(names.getSelectionModel().selectedItemProperty().isNull());
        names.setAccessibleText(texts.get("tables.names"));
        names.setPlaceholder(Parts.muted(texts.get("tables.none")));
        names.setPrefHeight(HEIGHT);
        names.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                choose();
            }
        });
        names.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
            }
        });
        getChildren().addAll(names, new HBox(read));
        importing.tablesProperty().subscribe(tables -> {
            names.getItems().setAll(tables.kind() == SourceTables.Kind.FILES ? java.util.List.of() : tables.names());
            names.getSelectionModel().selectFirst();
        });
    }

    /// Looks up the tables of the project's source.
    TableChoice look() {
        importing.look();
        return this;
    }

    private void choose() {
        String name = names.getSelectionModel().getSelectedItem();
        if (name != null) {
            model.chooseTable(importing.tablesProperty().get().kind(), name);
        }
    }
}
