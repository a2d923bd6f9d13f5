package lathe.engine.profile;

import java.util.List;

/// Extension point: looks for one kind of trouble in a table. Implementations have no state.
public interface ProfileCheck {

    /// Stable lower-case name of the check.
    String id();

    /// What it finds, in the order of the table's columns; empty if all is well.
    List<Finding> check(ProfileInput input);
}
