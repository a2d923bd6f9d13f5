package lathe.views.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import lathe.views.chart.Places.Spot;
import org.jspecify.annotations.Nullable;

/// The drawing on the screen. It is drawn at most once a pulse, and only while it is in a window; hovering and the arrow
/// keys rest on points, bars and cells.
final class DrawingPane extends Region {

    private static final double NEAR = 14;

    static {
        ChartFonts.loadForScreen();
    }

    private final Canvas canvas = new Canvas();
    private final ScreenGraphics ink = new ScreenGraphics(canvas.getGraphicsContext2D());
    private final Rectangle frame = new Rectangle();
    private final Tooltip tip = new Tooltip();
    private final ObservableBooleanValue dark;
    /// Held weakly by the theme, which outlives every card.
    private final ChangeListener<Boolean> themeChange = (value, before, now) -> redrawn();
    private final Locale locale;
    private @Nullable Figure figure;
    private @Nullable Drawing drawing;
    private @Nullable List<Spot> spots;
    private boolean stale = true;
    private int at = -1;
    private @Nullable IntConsumer picked;
    private String sentence = "";

    DrawingPane(ObservableBooleanValue dark, Locale locale) {
        this.dark = dark;
        this.locale = locale;
        getStyleClass().add("figure-drawing");
        frame.getStyleClass().add("figure-spot");
        frame.setManaged(false);
        frame.setVisible(false);
        frame.setMouseTransparent(true);
        canvas.setMouseTransparent(true);
        getChildren().addAll(canvas, frame);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 80);
        tip.setHideOnEscape(false);   // otherwise the tip would swallow the key that lets go
        dark.addListener(new WeakChangeListener<>(themeChange));
        setOnMouseMoved(this::hover);
        setOnMouseExited(event -> rest(-1));
        setOnMousePressed(event -> requestFocus());
        setOnMouseClicked(event -> pick(near(event)));
        setOnKeyPressed(this::walk);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                rest(-1);
            }
        });
    }

    /// @param words what the screen reader says
    void show(@Nullable Figure shown, String words) {
        figure = shown;
        sentence = words;
        setAccessibleText(words);
        redrawn();
    }

    /// Draws again before the next frame.
    private void redrawn() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        boolean resized = canvas.getWidth() != width || canvas.getHeight() != height;
        if (!stale && !resized) {
            return;
        }
        if (resized) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        draw(width, height);
    }

    private void draw(double width, double height) {
        canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        spots = null;
        if (figure == null || width < 60 || height < 40) {
            drawing = null;
            frame.setVisible(false);
            return;
        }
        if (stale || drawing == null) {
            drawing = new Drawing(figure, "", ChartTheme.of(dark.get()), locale);
        }
        stale = false;
        drawing.draw(ink, width, height);
        if (at >= 0) {
            mark(Math.min(at, spots().size() - 1));
        }
    }

    List<Spot> spots() {
        List<Spot> known = spots;
        if (known == null) {
            known = drawing == null ? List.of() : drawing.spots();
            spots = known;
        }
        return known;
    }

    private void hover(MouseEvent event) {
        int nearest = -1;
        double least = NEAR;
        List<Spot> all = spots();
        for (int i = 0; i < all.size(); i++) {
            double distance = all.get(i).distance(event.getX(), event.getY());
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        if (nearest != at) {
            rest(nearest);
        }
    }

    private void walk(KeyEvent event) {
        int last = spots().size() - 1;
        if (last < 0) {
            return;
        }
        int next = switch (event.getCode()) {
            case RIGHT, DOWN -> Math.min(at + 1, last);
            case LEFT, UP -> Math.max(at - 1, 0);
            case HOME -> 0;
            case END -> last;
            case ESCAPE -> -1;
            case ENTER, SPACE -> {
                pick(at);
                yield at;
            }
            default -> at;
        };
        if (next != at) {
            rest(next);
            event.consume();
        }
    }

    /// @param chosen hears which point, bar or cell was clicked or chosen with Enter, counted as the arrow keys walk
    void onPick(IntConsumer chosen) {
        picked = chosen;
        setCursor(Cursor.HAND);
    }

    private void pick(int spot) {
        if (picked != null && spot >= 0) {
            picked.accept(spot);
        }
    }

    // A horizontal bar is meant wherever its line is clicked, also on its name.
    private int near(MouseEvent event) {
        boolean lines = figure instanceof BarFigure bars && bars.horizontal();
        int nearest = -1;
        double least = NEAR;
        List<Spot> all = spots();
        for (int i = 0; i < all.size(); i++) {
            double distance = lines ? Math.abs(all.get(i).area().getCenterY() - event.getY())
                    : all.get(i).distance(event.getX(), event.getY());
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /// Rests on a spot and says what it is; -1 lets go.
    private void rest(int spot) {
        at = spot;
        mark(spot);
        if (spot < 0) {
            tip.hide();
            setAccessibleText(sentence);
            return;
        }
        Spot resting = spots().get(spot);
        setAccessibleText(resting.text().replace("\n", ", "));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        tip.setText(resting.text());
        Bounds place = localToScreen(getBoundsInLocal());
        if (place != null && getScene() != null && getScene().getWindow() != null && getScene().getWindow().isShowing()) {
            tip.show(this, place.getMinX() + resting.area().getCenterX() + 14,
                    place.getMinY() + resting.area().getCenterY() + 12);
        }
    }

    private void mark(int spot) {
        frame.setVisible(spot >= 0);
        if (spot < 0) {
            return;
        }
        Spot resting = spots().get(spot);
        Rectangle2D area = resting.area();
        double out = resting.round() ? 2 : 1;
        frame.setX(area.getX() - out);
        frame.setY(area.getY() - out);
        frame.setWidth(area.getWidth() + 2 * out);
        frame.setHeight(area.getHeight() + 2 * out);
        double corner = resting.round() ? area.getWidth() + 2 * out : 6;
        frame.setArcWidth(corner);
        frame.setArcHeight(corner);
    }

    /// What the pointer or the keys rest on; empty for nothing.
    String resting() {
        return at < 0 || at >= spots().size() ? "" : spots().get(at).text();
    }
}
