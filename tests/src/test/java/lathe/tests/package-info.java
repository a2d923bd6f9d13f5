/// Checks that span modules: the rules of the house, and the way from a table to a model file as a user goes it.
@NullMarked
package lathe.tests;

import org.jspecify.annotations.NullMarked;
