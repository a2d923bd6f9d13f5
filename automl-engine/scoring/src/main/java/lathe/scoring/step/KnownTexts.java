package lathe.scoring.step;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/// An immutable list of texts that knows the place of each, so that a step need not number them anew for every row it is asked.
final class KnownTexts extends AbstractList<String> implements RandomAccess {

    private final List<String> texts;
    private final Map<String, Integer> places = new HashMap<>();

    private KnownTexts(List<String> texts) {
        this.texts = List.copyOf(texts);
        for (int i = 0; i < this.texts.size(); i++) {
            places.put(this.texts.get(i), i);
        }
    }

    static KnownTexts of(List<String> texts) {
        return texts instanceof KnownTexts known ? known : new KnownTexts(texts);
    }

    @Override
    public String get(int index) {
        return texts.get(index);
    }

    @Override
    public int size() {
        return texts.size();
    }

    /// Place of a text, the last one if it is there twice; −1 if it is not there.
    int place(String text) {
        return places.getOrDefault(text, -1);
    }
}
