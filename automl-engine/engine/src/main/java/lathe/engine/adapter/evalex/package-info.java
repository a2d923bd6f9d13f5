/// The grammar of expressions, taken apart by EvalEx; nothing is evaluated by it.
@NullMarked
package lathe.engine.adapter.evalex;

import org.jspecify.annotations.NullMarked;
