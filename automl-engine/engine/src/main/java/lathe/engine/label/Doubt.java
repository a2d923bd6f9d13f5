package lathe.engine.label;

import java.util.Locale;

/// How unsure a model is of a row, which makes a row worth labelling.
///
/// Source: B. Settles, "Active Learning Literature Survey", University of Wisconsin-Madison, TR 1648 (2009), section 3.1
/// (uncertainty sampling; the margin is from Scheffer, Decomain and Wrobel, 2001) and 3.2 (members that disagree).
public sealed interface Doubt {

    /// Nothing is known: there is no model, or it is as sure of every row as of any other.
    record Unknown() implements Doubt { }

    /// The two likeliest classes with their probabilities, the likelier first.
    record Between(String first, double firstShare, String second, double secondShare) implements Doubt { }

    /// A number, and the range in which nine of ten truths lie.
    record Within(double predicted, double low, double high) implements Doubt { }

    /// A number, and how far the members of the model lie from it, as a standard deviation.
    record Apart(double predicted, double deviation) implements Doubt { }

    /// The larger, the less sure; comparable among rows of one model. For classes 1 less the margin, in [0, 1].
    default double size() {
        return switch (this) {
            case Unknown _ -> 0;
            case Between classes -> 1 - (classes.firstShare() - classes.secondShare());
            case Within range -> range.high() - range.low();
            case Apart members -> members.deviation();
        };
    }

    /// In a few words; empty where nothing is known.
    default String words() {
        return switch (this) {
            case Unknown _ -> "";
            case Between classes -> String.format(Locale.ROOT, "%s %.0f %%, %s %.0f %%", classes.first(), 100 * classes.firstShare(),
                    classes.second(), 100 * classes.secondShare());
            case Within range -> String.format(Locale.ROOT, "%.4g, within %.4g and %.4g", range.predicted(), range.low(), range.high());
            case Apart members -> String.format(Locale.ROOT, "%.4g, members differ by %.4g", members.predicted(), members.deviation());
        };
    }
}
