/// What a learner is: how it is asked, what it gets and what it gives. Implementations live in adapters.
@NullMarked
package lathe.engine.learn;

import org.jspecify.annotations.NullMarked;
