package lathe.engine.data;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Draws blocks of a file of any length, asked for in their order.
///
/// In every sixteen neighbouring blocks as many are taken as the share says, rounded so that the rounding evens out along the
/// file; which ones is drawn. Every block is as likely as any other, and no region is passed over.
public final class BlockDraw {

    private static final int GROUP = 16;
    // A draw must be the same in later versions and other Java: this generator is specified to the bit.
    private final Random random;
    private final double share;
    private final double start;
    private final boolean[] taken = new boolean[GROUP];
    private final @Nullable BlockDraw others;
    private long group = -1;

    public BlockDraw(RowSample sample) {
        this.others = sample.rest() == 0 ? null : new BlockDraw(new RowSample(sample.rest(), ~sample.seed()));
        this.random = new Random(sample.seed());
        this.share = sample.share();
        this.start = random.nextDouble();
    }

    /// Whether a block is taken.
    ///
    /// @param block from 0, not less than the one before by more than the group they are in
    public boolean takes(long block) {
        boolean own = draws(block);
        return others == null ? own : !own && others.takes(block);
    }

    private boolean draws(long block) {
        long wanted = block / GROUP;
        if (wanted < group) {
            throw new IllegalArgumentException("blocks must be asked for in their order, was " + block);
        }
        while (group < wanted) {
            group++;
            draw();
        }
        return taken[(int) (block % GROUP)];
    }

    private void draw() {
        for (int i = 0; i < GROUP; i++) {
            double place = (double) group * GROUP + i;
            taken[i] = Math.floor((place + 1) * share + start) > Math.floor(place * share + start);
        }
        for (int i = GROUP - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            boolean own = taken[i];
            taken[i] = taken[other];
            taken[other] = own;
        }
    }
}
