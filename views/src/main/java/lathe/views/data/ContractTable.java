package lathe.views.data;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import lathe.engine.data.ColumnRule;
import lathe.views.text.Texts;

/// The columns of the file with what the contract asks of each.
final class ContractTable extends ColumnList {

    private static final double LEAST_VALUES = 100;

    private final ContractViewModel contract;

    ContractTable(Texts texts, DataViewModel model, ContractViewModel contract) {
        super(texts, model, "contract-columns");
        this.contract = contract;
        ContractWords words = new ContractWords(texts);
        TableColumn<ColumnItem, String> values = asked("allowed", LEAST_VALUES, words::values);
        getColumns().add(column("name", 128, Comparator.comparing(ColumnRow::name), () -> new ColumnCells.Name()));
        getColumns().add(asked("type", 84, words::type));
        getColumns().add(values);
        getColumns().add(asked("marks", 152, words::marks));
        widthProperty().subscribe(width -> stretch(values, LEAST_VALUES, width.doubleValue()));
        fill();
    }

    private TableColumn<ColumnItem, String> asked(String key, double width, Function<ColumnRule, String> part) {
        TableColumn<ColumnItem, String> column = new TableColumn<>(texts.get("column." + key));
        column.setId("contract-" + key);
        column.setCellValueFactory(line -> {
            String name = line.getValue().row().name();
            return contract.rulesProperty().map(rules -> Optional.ofNullable(rules.get(name)).map(part).orElse(""));
        });
        column.setPrefWidth(width);
        column.setReorderable(false);
        return column;
    }
}
