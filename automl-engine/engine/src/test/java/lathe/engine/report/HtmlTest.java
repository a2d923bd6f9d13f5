package lathe.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void escapesTextsAndKeepsMarkup() {
        Html inner = Html.of("<b>{}</b>", "a < b & \"c\" 'd'");

        assertEquals("<p title=\"&lt;i&gt;\"><b>a &lt; b &amp; &quot;c&quot; &#39;d&#39;</b></p>",
                Html.of("<p title=\"{}\">{}</p>", "<i>", inner).markup());
    }

    @Test
    void doesNotFillGapsThatComeFromData() {
        assertEquals("<p>{} x</p>", Html.of("<p>{} {}</p>", "{}", "x").markup());
    }

    @Test
    void refusesACountOfValuesThatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> Html.of("{}"));
        assertThrows(IllegalArgumentException.class, () -> Html.of("", "x"));
    }

    @Test
    void replacesControlsAndWhatTurnsTextAround() {
        assertEquals("a�b�c", Html.escape("a\u0000b\u202Ec"));
    }

    @Property
    void leavesNoSignThatBeginsMarkup(@ForAll String text) {
        String escaped = Html.escape(text);

        assertFalse(escaped.matches("(?s).*[<>\"'].*"), escaped);
    }
}
