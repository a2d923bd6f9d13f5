/// The screen Brief: what the model is for and what right and wrong answers are worth, in the user's words.
@NullMarked
package lathe.views.brief;

import org.jspecify.annotations.NullMarked;
