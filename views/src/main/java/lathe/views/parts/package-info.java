/// Small pieces that every screen is put together from: cards, pills, empty, busy and error states.
@NullMarked
package lathe.views.parts;

import org.jspecify.annotations.NullMarked;
