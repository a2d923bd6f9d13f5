package lathe.views.desk;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;


/// The screens in the order a model travels. Name and reason of each lie in the frame's texts under its [#key].
public enum Place {
    HOME(MaterialDesignH.HOME_OUTLINE),
    BRIEF(MaterialDesignC.CLIPBOARD_TEXT_OUTLINE),
    DATA(MaterialDesignT.TABLE_LARGE),
    PREPARE(MaterialDesignT.TUNE),
    TRAIN(MaterialDesignP.PLAY_OUTLINE),
    LEADERBOARD(MaterialDesignF.FORMAT_LIST_NUMBERED),
    UNDERSTAND(MaterialDesignM.MAGNIFY_SCAN),
    HAND_OVER(MaterialDesignP.PACKAGE_VARIANT_CLOSED);

    @SuppressWarnings("ImmutableEnumChecker")   // an enum constant of the icon library
    private final Ikon icon;

    Place(Ikon icon) {
        this.icon = icon;
    }

    public Ikon icon() {
        return icon;
    }

    /// Part of the keys of its texts: `brief`, `hand-over`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the place is about an open project.
    public boolean needsProject() {
        return this != HOME;
    }
}
