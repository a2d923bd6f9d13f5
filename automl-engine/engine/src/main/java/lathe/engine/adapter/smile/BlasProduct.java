package lathe.engine.adapter.smile;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import lathe.engine.learn.network.LoopProduct;
import lathe.engine.learn.network.MatrixProduct;

/// Matrix products by OpenBLAS, on the arrays of the heap as they lie: nothing is copied.
///
/// About eight times as fast as loops in Java (docs/benchmarks.md). Where OpenBLAS is not there, the loops do.
public final class BlasProduct implements MatrixProduct {

    private static final int ROW_BY_ROW = 101;
    private static final int AS_IS = 111;
    private static final int TURNED = 112;

    /// Loaded when first asked for.
    private static final class Once {
        private static final Optional<MethodHandle> FOUND = find();
    }

    // A constant of its own, so that the call is compiled in place.
    private static final class Sgemm {
        private static final MethodHandle HANDLE = Once.FOUND.orElseThrow();
    }

    private BlasProduct() {
    }

    /// OpenBLAS if it can be loaded, otherwise loops.
    public static MatrixProduct orLoops() {
        return Once.FOUND.isPresent() ? new BlasProduct() : new LoopProduct();
    }

    @SuppressWarnings("restricted") // native code is what this class is for
    private static Optional<MethodHandle> find() {
        if (NativeBlas.problem().isPresent()) {
            return Optional.empty();
        }
        ValueLayout.OfInt whole = ValueLayout.JAVA_INT;
        ValueLayout.OfFloat real = ValueLayout.JAVA_FLOAT;
        FunctionDescriptor sgemm = FunctionDescriptor.ofVoid(whole, whole, whole, whole, whole, whole, real, ValueLayout.ADDRESS, whole,
                ValueLayout.ADDRESS, whole, real, ValueLayout.ADDRESS, whole);
        return SymbolLookup.loaderLookup().find("cblas_sgemm")
                .map(found -> Linker.nativeLinker().downcallHandle(found, sgemm, Linker.Option.critical(true)));
    }

    @Override
    public void forward(float[] x, float[] w, float[] y, int rows, int inputs, int outputs) {
        multiply(AS_IS, AS_IS, new int[] {rows, outputs, inputs}, 1, x, w, y);
    }

    @Override
    public void back(float[] dy, float[] w, float[] dx, int rows, int inputs, int outputs) {
        multiply(AS_IS, TURNED, new int[] {rows, inputs, outputs}, 0, dy, w, dx);
    }

    @Override
    public void weights(float[] x, float[] dy, float[] dw, int rows, int inputs, int outputs) {
        multiply(TURNED, AS_IS, new int[] {inputs, outputs, rows}, 0, x, dy, dw);
    }

    // c = kept · c + a · b; size: rows and columns of c, and what is summed over
    private static void multiply(int turnA, int turnB, int[] size, float kept, float[] a, float[] b, float[] c) {
        long rows = size[0];
        long inner = size[2];
        if (a.length < rows * inner || b.length < inner * size[1] || c.length < rows * size[1]) {
            throw new IllegalArgumentException("a product of %d x %d x %d got arrays of %d, %d and %d"
                    .formatted(size[0], size[2], size[1], a.length, b.length, c.length));
        }
        try {
            Sgemm.HANDLE.invokeExact(ROW_BY_ROW, turnA, turnB, size[0], size[1], size[2], 1f, MemorySegment.ofArray(a),
                    turnA == AS_IS ? size[2] : size[0], MemorySegment.ofArray(b), turnB == AS_IS ? size[1] : size[2], kept,
                    MemorySegment.ofArray(c), size[1]);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) { // what a method handle declares; native code throws nothing
            throw new IllegalStateException(impossible);
        }
    }
}
