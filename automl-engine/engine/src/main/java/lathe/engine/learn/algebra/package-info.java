/// Dense linear algebra for learners with a closed form: plain loops the compiler turns into vector instructions.
@NullMarked
package lathe.engine.learn.algebra;

import org.jspecify.annotations.NullMarked;
