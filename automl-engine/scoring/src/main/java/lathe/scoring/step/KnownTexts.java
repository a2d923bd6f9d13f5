package lathe.scoring.step;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// An immutable list of texts that knows the place of each, so that a step need not number them anew for every row it is asked.
///
/// Parts of a longer text are found without being cut out of it: the places lie by [String#hashCode], which can be gone on with
/// character by character.
final class KnownTexts extends AbstractList<String> implements RandomAccess {

    /// Taken slots in a row. Only texts made to have one hash come to so many, and would make every search slow.
    private static final int LONGEST_SEARCH = 1_000;
    private static final int SPREADING = 0x9E3779B9;   // 2^32 by the golden ratio: D. Knuth, "Sorting and Searching", 6.4

    private final List<String> texts;
    private final int[] slots;   // place + 1; 0 is empty. At most half are taken, so that every search ends
    private final int[] hashes;   // of the texts in the slots
    private final int shift;

    private KnownTexts(List<String> texts) {
        this.texts = List.copyOf(texts);
        this.slots = new int[Integer.highestOneBit(Math.max(1, this.texts.size())) << 2];
        this.hashes = new int[slots.length];
        this.shift = Integer.SIZE - Integer.numberOfTrailingZeros(slots.length);
        for (int place = 0; place < this.texts.size(); place++) {
            String text = this.texts.get(place);
            int at = slot(text, 0, text.length(), text.hashCode());
            slots[at] = place + 1;
            hashes[at] = text.hashCode();
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
        return place(text, 0, text.length(), text.hashCode());
    }

    /// As the other, for a part of a text.
    ///
    /// @param hash of the part, as of a string
    int place(String text, int from, int to, int hash) {
        return slots[slot(text, from, to, hash)] - 1;
    }

    private boolean isAt(int slot, String text, int from, int to) {
        String known = texts.get(slots[slot] - 1);
        return known.length() == to - from && known.regionMatches(0, text, from, to - from);
    }

    // Where it lies, or would.
    private int slot(String text, int from, int to, int hash) {
        int at = hash * SPREADING >>> shift;
        for (int searched = 0; searched < LONGEST_SEARCH; searched++) {
            if (slots[at] == 0) {
                return at;
            }
            if (hashes[at] == hash && isAt(at, text, from, to)) {
                return at;
            }
            at = at + 1 & slots.length - 1;
        }
        throw new IllegalArgumentException("more than %d texts lie in one place, one of them is '%s'".formatted(LONGEST_SEARCH, text.substring(from, to)));
    }
}
