/// The JavaFX screens: one package per screen, each with its view, view model and state.
///
/// Imports: `engine` and `scoring`. Never `app`, `serving` or `cluster` (checked by `ArchitectureTest`).
@NullMarked
package lathe.views;

import org.jspecify.annotations.NullMarked;
