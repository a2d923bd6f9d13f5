package lathe.views.parts;

import javafx.scene.Node;
import lathe.views.work.Progress;

/// What stands where something will be, while it is worked out.
public interface Waiting {

    Node node();

    void show(Progress now);
}
