package lathe.views.frame;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import lathe.views.desk.Place;
import lathe.views.desk.Screen;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// The foot of the guided mode: why this step, Back and Next.
final class StepBar extends HBox {

    private final Texts texts;
    private final Label why = Parts.named("why", Parts.muted(""));
    private final Button back;
    private final Button next;
    private Place place = Place.HOME;
    private Subscription subscription = Subscription.EMPTY;

    StepBar(Texts texts, Consumer<Place> goTo) {
        super(12);
        this.texts = texts;
        this.back = Parts.named("back", Parts.button(texts.get("back"), () -> goTo.accept(neighbour(-1))));
        this.next = Parts.named("next", Parts.primary(texts.get("next"), () -> goTo.accept(neighbour(1))));
        Parts.styled(this, "footer");
        setAlignment(Pos.CENTER_LEFT);
        why.setMinWidth(0);
        getChildren().addAll(Parts.grow(why), Parts.spacer(), back, next);
    }

    void show(Place newPlace, Screen screen) {
        place = newPlace;
        subscription.unsubscribe();
        boolean last = place.ordinal() == Place.values().length - 1;
        next.setVisible(!last);
        next.setText(last ? "" : texts.get("next-to", texts.get("place." + neighbour(1).key())));
        subscription = screen.blocker().subscribe(reason -> {
            next.setDisable(!reason.isEmpty());
            why.setText(reason.isEmpty() ? texts.get("why." + place.key()) : reason);
        });
    }

    void goNext() {
        next.fire();
    }

    void goBack() {
        back.fire();
    }

    private Place neighbour(int step) {
        Place[] all = Place.values();
        return all[Math.clamp(place.ordinal() + step, 0, all.length - 1)];
    }
}
