/// Screen "Hand over": the model leaves as a file that was checked, and files are scored with it on the spot.
@NullMarked
package lathe.views.handover;

import org.jspecify.annotations.NullMarked;
