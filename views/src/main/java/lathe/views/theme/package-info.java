/// The look: fonts, style sheets, light and dark. The only place that names a theme of the library.
@NullMarked
package lathe.views.theme;

import org.jspecify.annotations.NullMarked;
