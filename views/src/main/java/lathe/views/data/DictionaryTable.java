package lathe.views.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import lathe.engine.track.ColumnMeaning;
import lathe.views.text.Texts;

/// The columns of the file with what they mean.
final class DictionaryTable extends ColumnList {

    private static final double WIDE = 560;
    private static final double LEAST_MEANING = 150;

    private final DictionaryViewModel dictionary;
    private final List<TableColumn<ColumnItem, String>> onlyWide = new ArrayList<>();

    DictionaryTable(Texts texts, DataViewModel model, DictionaryViewModel dictionary) {
        super(texts, model, "dictionary-columns");
        this.dictionary = dictionary;
        getColumns().add(column("name", 128, Comparator.comparing(ColumnRow::name), () -> new ColumnCells.Name()));
        TableColumn<ColumnItem, String> meaning = said("meaning", LEAST_MEANING, ColumnMeaning::meaning);
        onlyWide.add(said("unit", 76, ColumnMeaning::unit));
        onlyWide.add(said("owner", 116, ColumnMeaning::owner));
        getColumns().add(meaning);
        getColumns().addAll(onlyWide);
        getColumns().add(personal());
        widthProperty().subscribe(width -> {
            onlyWide.forEach(each -> each.setVisible(width.doubleValue() >= WIDE));
            stretch(meaning, LEAST_MEANING, width.doubleValue());
        });
        fill();
    }

    // What nobody has said may be guessed at, but only as a hint.
    private TableColumn<ColumnItem, String> personal() {
        TableColumn<ColumnItem, String> column = said("personal", 112, ColumnMeaning::personal);
        column.setCellValueFactory(line -> {
            String name = line.getValue().row().name();
            return dictionary.dictionaryProperty().map(all -> {
                String said = all.column(name).personal();
                return !said.isEmpty() ? texts.get("personal." + said) : model.personalSign(name).isPresent() ? texts.get("personal.perhaps") : "";
            });
        });
        return column;
    }

    private TableColumn<ColumnItem, String> said(String key, double width, Function<ColumnMeaning, String> part) {
        TableColumn<ColumnItem, String> column = new TableColumn<>(texts.get("column." + key));
        column.setId("dictionary-" + key);
        column.setCellValueFactory(line -> {
            String name = line.getValue().row().name();
            return dictionary.dictionaryProperty().map(all -> part.apply(all.column(name)).replace('\n', ' '));
        });
        column.setPrefWidth(width);
        column.setReorderable(false);
        return column;
    }
}
