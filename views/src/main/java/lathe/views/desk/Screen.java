package lathe.views.desk;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;

/// One screen of the desktop. It is made when it is first shown and kept until its project is closed.
public interface Screen {

    /// Always the same node.
    Parent content();

    /// Called on the window's thread each time the screen comes into view.
    default void shown() { }

    /// Called when another screen takes its place.
    default void hidden() { }

    /// Why one cannot go on to the next step yet, as a sentence; empty if one can.
    default ReadOnlyStringProperty blocker() {
        return new ReadOnlyStringWrapper("").getReadOnlyProperty();
    }

    /// Called when the project is closed: end jobs, drop listeners.
    default void close() { }
}
