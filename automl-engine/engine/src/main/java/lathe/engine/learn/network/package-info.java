/// Feed-forward and residual networks: mini-batches of floats, AdamW, early stopping; the result is a `Network` form.
@NullMarked
package lathe.engine.learn.network;

import org.jspecify.annotations.NullMarked;
