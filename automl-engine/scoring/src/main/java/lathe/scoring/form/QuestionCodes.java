package lathe.scoring.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lathe.scoring.form.TreeQuestions.Question;
import org.jspecify.annotations.Nullable;

/// Small codes of features, such that every question is whether a code is above a limit, which means no.
///
/// A number's code is how many of the thresholds asked lie below it. Sets of levels each of which holds the one before are like
/// thresholds too: a level's code is how many of them do not hold it. Levels that trees order by one number make such sets.
final class QuestionCodes {

    private static final int MOST_CHAINS = 32;   // of a feature; sets that trees draw by lot hardly hold each other

    private final List<Slot> slots = new ArrayList<>();
    private final Map<Question, Place> places = new HashMap<>();
    private final int[] doubtful;

    /// Where a question's answer is found.
    ///
    /// @param limit the largest code that means yes
    record Place(int slot, int limit) { }

    /// @param thresholds distinct and rising; of sets, empty
    /// @param ofLevel    codes of levels, and of what is none; of thresholds, empty
    private record Slot(int feature, boolean missingLeft, double[] thresholds, int[] ofLevel) {
        int code(double x) {
            if (ofLevel.length > 0) {
                return ofLevel[FeatureCodes.level(x)];
            }
            return Double.isNaN(x) ? missingLeft ? 0 : thresholds.length : FeatureCodes.below(thresholds, x);
        }
    }

    private record Way(int feature, boolean ofSet, boolean missingLeft) { }

    /// @param asked all questions; thresholds are finite
    /// @return nothing where sets of levels hardly hold each other, so that they would need too many codes
    static @Nullable QuestionCodes of(Collection<Question> asked, TreeQuestions questions) {
        QuestionCodes codes = new QuestionCodes(asked, questions);
        return codes.places.size() < asked.stream().distinct().count() ? null : codes;
    }

    private QuestionCodes(Collection<Question> asked, TreeQuestions questions) {
        this.doubtful = questions.doubtful();
        Map<Way, List<Question>> ways = asked.stream().distinct().collect(Collectors.groupingBy(
                question -> new Way(question.feature(), question.set() >= 0, question.missingLeft()), LinkedHashMap::new, Collectors.toList()));
        ways.forEach((way, own) -> {
            if (way.ofSet()) {
                chains(own, questions).forEach(chain -> add(way.feature(), chain));
            } else {
                add(way, own);
            }
        });
    }

    private void add(Way way, List<Question> own) {
        double[] thresholds = own.stream().mapToDouble(Question::threshold).sorted().toArray();
        own.forEach(question -> places.put(question, new Place(slots.size(), Arrays.binarySearch(thresholds, question.threshold()))));
        slots.add(new Slot(way.feature(), way.missingLeft(), thresholds, new int[0]));
    }

    /// @param levels of a set
    private record Held(Question question, BitSet levels) { }

    private void add(int feature, List<Held> chain) {
        int[] ofLevel = new int[LevelSets.LEVELS + 1];
        Arrays.fill(ofLevel, chain.size());
        for (int i = chain.size() - 1; i >= 0; i--) {
            int place = i;
            chain.get(i).levels().stream().forEach(level -> ofLevel[level] = place);
            places.put(chain.get(i).question(), new Place(slots.size(), i));
        }
        slots.add(new Slot(feature, false, new double[0], ofLevel));
    }

    // Each set joins the first chain whose largest one it holds.
    private static List<List<Held>> chains(List<Question> own, TreeQuestions questions) {
        List<List<Held>> chains = new ArrayList<>();
        List<Held> rising = own.stream().map(question -> new Held(question, questions.levels(question.set())))
                .sorted(Comparator.comparingInt(held -> held.levels().cardinality())).toList();
        for (Held held : rising) {
            Optional<List<Held>> chain = chains.stream().filter(each -> holds(held.levels(), each.getLast().levels())).findFirst();
            if (chain.isPresent()) {
                chain.get().add(held);
            } else if (chains.size() < MOST_CHAINS) {
                chains.add(new ArrayList<>(List.of(held)));
            } else {
                return chains;   // the others have no place
            }
        }
        return chains;
    }

    private static boolean holds(BitSet large, BitSet small) {
        BitSet rest = (BitSet) small.clone();
        rest.andNot(large);
        return rest.isEmpty();
    }

    Place place(Question question) {
        Place place = places.get(question);
        if (place == null) {
            throw new IllegalArgumentException("nobody asked " + question);
        }
        return place;
    }

    int slots() {
        return slots.size();
    }

    /// Whether no row lacks a number whose way is not known.
    boolean suits(double[][] columns, int from, int to) {
        for (int feature : doubtful) {
            for (int row = from; row < to; row++) {
                if (Double.isNaN(columns[feature][row])) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Codes of rows, shape slots × rows.
    void encode(double[][] columns, int from, int to, int[][] into) {
        for (int slot = 0; slot < slots.size(); slot++) {
            Slot own = slots.get(slot);
            double[] column = columns[own.feature()];
            int[] codes = into[slot];
            for (int row = from; row < to; row++) {
                codes[row - from] = own.code(column[row]);
            }
        }
    }
}
