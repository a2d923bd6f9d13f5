package lathe.views.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/// A robot that waits for two frames of the window after each key and each click. TestFX's own sleeps fifty milliseconds and more
/// after everything, and leads the mouse to its aim in up to two hundred steps: for that the tests of the screens waited up to half of their time.
final class SwiftRobot extends FxRobot {

    private static final int FRAMES = 2;
    private static final long MOST_MILLIS = 500;   // a window that is closed has no frames

    private final Stage stage;

    SwiftRobot(Stage stage) {
        this.stage = stage;
    }

    /// Waits until the window has been laid out twice and all has been done that was to be done on its thread.
    void settle() {
        CountDownLatch frames = new CountDownLatch(FRAMES);
        Scene scene = stage.getScene();
        Runnable laidOut = () -> {
            frames.countDown();
            Platform.requestNextPulse();
        };
        WaitForAsyncUtils.waitForFxEvents(1);
        TestWindow.onWindow(() -> {
            scene.addPostLayoutPulseListener(laidOut);
            Platform.requestNextPulse();
            return scene;
        });
        try {
            frames.await(MOST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        TestWindow.onWindow(() -> {
            scene.removePostLayoutPulseListener(laidOut);
            return scene;
        });
    }

    @Override
    public FxRobot push(KeyCode... keys) {
        KeyboardRobot keyboard = robotContext().getKeyboardRobot();
        List<KeyCode> back = new ArrayList<>(Arrays.asList(keys));
        Collections.reverse(back);
        keyboard.pressNoWait(keys);
        keyboard.releaseNoWait(back.toArray(KeyCode[]::new));
        settle();
        return this;
    }

    @Override
    public FxRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot type(KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot write(String text) {
        BaseRobot keys = robotContext().getBaseRobot();
        Scene scene = listWindows().stream().filter(Window::isFocused).findFirst().orElse(stage).getScene();
        for (int i = 0; i < text.length(); i++) {
            keys.typeKeyboard(scene, KeyCode.UNDEFINED, text.substring(i, i + 1));
        }
        settle();
        return this;
    }

    @Override
    public FxRobot write(String text, int pause) {
        return write(text);
    }

    @Override
    public FxRobot clickOn(PointQuery at, Motion motion, MouseButton... buttons) {
        click(at, 1, buttons);
        return this;
    }

    @Override
    public FxRobot doubleClickOn(PointQuery at, Motion motion, MouseButton... buttons) {
        click(at, 2, buttons);
        return this;
    }

    private void click(PointQuery at, int times, MouseButton... buttons) {
        MouseRobot mouse = robotContext().getMouseRobot();
        mouse.moveNoWait(at.query());
        settle();
        for (int i = 0; i < times; i++) {
            mouse.pressNoWait(buttons);
            mouse.releaseNoWait(buttons);
        }
        settle();
    }
}
