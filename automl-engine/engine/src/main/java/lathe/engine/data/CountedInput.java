package lathe.engine.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that tells how many bytes were read of it, also at its end.
public abstract class CountedInput extends FilterInputStream {

    private long taken;

    protected CountedInput(InputStream in) {
        super(in);
    }

    /// @param all bytes read until now
    /// @throws IOException if these are too many
    protected abstract void taken(long all) throws IOException;

    @Override
    public final int read() throws IOException {
        int next = in.read();
        taken += next < 0 ? 0 : 1;
        taken(taken);
        return next;
    }

    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        taken += Math.max(0, count);
        taken(taken);
        return count;
    }
}
