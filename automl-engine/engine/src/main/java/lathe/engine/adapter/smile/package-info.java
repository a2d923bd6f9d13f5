/// Learners on top of Smile: each fits with it, or grows its trees with it, and hands back a form.
///
/// Smile is silent about a few things that would spoil a model; [ShareTree], [StepTree] and [TreeGrower] say which and
/// guard against them.
@NullMarked
package lathe.engine.adapter.smile;

import org.jspecify.annotations.NullMarked;
