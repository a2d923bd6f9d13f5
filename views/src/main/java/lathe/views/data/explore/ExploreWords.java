package lathe.views.data.explore;

import lathe.engine.profile.GroupKey;
import lathe.engine.profile.GroupMeasure;
import lathe.views.text.Texts;

/// Groups and measures in words.
final class ExploreWords {

    private static final int LONGEST = 28;
    private static final int DIGITS = 4;

    final Texts texts;

    ExploreWords(Texts texts) {
        this.texts = texts;
    }

    String group(GroupKey key) {
        return switch (key.kind()) {
            case LEVEL -> cut(key.label());
            case RANGE -> key.from() == key.to() ? number(key.from()) : texts.get("range", number(key.from()), number(key.to()));
            case OTHERS -> texts.get("others");
            case MISSING -> texts.get("missing");
        };
    }

    String measure(GroupMeasure measure) {
        return switch (measure) {
            case GroupMeasure.Rows _ -> texts.get("measure.rows");
            case GroupMeasure.Mean mean -> texts.get("measure.mean", mean.column());
            case GroupMeasure.Share share -> texts.get("measure.share", share.column(), cut(share.level()));
        };
    }

    /// A figure of a group as it is read.
    String value(GroupMeasure measure, double value) {
        return switch (measure) {
            case GroupMeasure.Rows _ -> texts.numbers().whole(Math.round(value));
            case GroupMeasure.Mean _ -> number(value);
            case GroupMeasure.Share _ -> texts.numbers().percent(value, 1);
        };
    }

    String number(double value) {
        return texts.numbers().significant(value, DIGITS);
    }

    private static String cut(String text) {
        String line = text.replace('\n', ' ').replace('\u001F', ' ');
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
