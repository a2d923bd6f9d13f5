package lathe.views.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lathe.engine.data.ColumnRule;
import lathe.scoring.FieldType;
import lathe.views.text.Terms;
import lathe.views.text.Texts;

/// Rules of a contract in words.
final class ContractWords {

    private static final int MOST_LEVELS = 6;

    private final Texts texts;
    private final Terms terms;

    ContractWords(Texts texts) {
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
    }

    /// Empty where any type will do.
    String type(ColumnRule rule) {
        return rule.chosenType().map(terms::type).orElse("");
    }

    /// The name of a type, or that any will do.
    String typeName(Optional<FieldType> type) {
        return type.map(terms::type).orElseGet(() -> texts.get("contract.any-type"));
    }

    /// Range or levels.
    String values(ColumnRule rule) {
        if (!rule.levels().isEmpty()) {
            String some = String.join(", ", rule.levels().stream().limit(MOST_LEVELS).toList());
            return rule.levels().size() > MOST_LEVELS ? some + ", …" : some;
        }
        boolean low = !rule.min().isEmpty();
        boolean high = !rule.max().isEmpty();
        return low && high ? texts.get("contract.range", rule.min(), rule.max()) : low ? texts.get("contract.from", rule.min())
                : high ? texts.get("contract.to", rule.max()) : "";
    }

    String marks(ColumnRule rule) {
        List<String> marks = new ArrayList<>();
        if (rule.required()) {
            marks.add(texts.get("contract.required-mark"));
        }
        if (rule.unique()) {
            marks.add(texts.get("contract.unique-mark"));
        }
        return String.join(", ", marks);
    }
}
