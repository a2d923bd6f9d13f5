package lathe.views.chart;

import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import lathe.scoring.Problem;
import lathe.views.desk.Desk;
import lathe.views.text.Texts;

/// What all figure cards of a window share, and the place that makes them.
public final class ChartRoom {

    private final ObservableBooleanValue dark;
    private final Locale locale;
    private final Texts texts;
    private final FigureSaving saving;

    /// @param dark       the window's theme; cards follow it
    /// @param problems   is told on the window's thread what could not be saved
    /// @param background runs the writing of files, never on the window's thread
    public ChartRoom(ObservableBooleanValue dark, Locale locale, FileSaver saver, Consumer<Problem> problems,
            Executor background) {
        this.dark = dark;
        this.locale = locale;
        this.texts = Texts.of(ChartRoom.class, locale);
        this.saving = new FigureSaving(texts, saver, problems, background);
    }

    /// The room of the desktop: its theme, its language, its file dialogs.
    public static ChartRoom of(Desk desk) {
        return new ChartRoom(desk.theme().darkProperty(), desk.locale(), desk.picker()::save, desk.problems(), task ->
                desk.work().run((cancel, progress) -> {
                    task.run();
                    return task;
                }, done -> { }, desk.problems()));
    }

    /// A new card, empty until it gets a figure.
    public FigureCard card(String title) {
        return new FigureCard(this, title);
    }

    ObservableBooleanValue dark() {
        return dark;
    }

    Locale locale() {
        return locale;
    }

    Texts texts() {
        return texts;
    }

    FigureSaving saving() {
        return saving;
    }
}
