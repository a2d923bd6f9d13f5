package lathe.scoring.form;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Arrays;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Any ONNX graph, for what fits none of the other forms. A [GraphRunner] on the class path answers for it.
///
/// What the graph must be:
/// - one input, `float` or `double`, shape \[rows, width\], any number of rows; missing numbers arrive as NaN;
/// - one output, `float` or `double`, shape \[rows, outputs\]: the target's value, or a probability for each class, which
///   sum to 1; each row's answer depends on that row alone;
/// - operators of `ai.onnx` 21 and `ai.onnx.ml` 3 to 5 only (of `ai.onnx` 13 to 20, those that mean the same in 21); none
///   that draws lots, no `Loop`, no functions, no data outside the file.
///
/// The graph is opened once, when the form is made, and answers many threads; what it holds outside Java's memory is given
/// back when the form is no longer reachable. A graph is a calculation of its author's: the checks keep it from reading
/// files and from answering by chance, not from taking long or much memory.
public final class Graph implements Form {

    /// Bytes a graph may have.
    public static final int MOST_BYTES = 256 << 20;
    /// Largest relative difference that counts as the same answer: a graph may compute with 32 bits, whose last ones depend on
    /// the processor and on how many rows are answered at a time.
    public static final double TOLERANCE = 1e-6;

    private static final double SUM_TOLERANCE = 1e-4;
    private static final int BLOCK = 4096;
    private static final int BLOCK_NUMBERS = 1 << 20;
    private static final Cleaner CLEANER = Cleaner.create();

    /// What is known of a graph without looking into it.
    ///
    /// @param name    says in messages which graph is meant; 1 to 100 characters
    /// @param width   features it reads, 1 to 1,000,000
    /// @param outputs numbers in an answer, 1 to 100,000
    public record Described(String name, int width, int outputs) {

        public Described {
            if (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("the name of a graph must have 1 to 100 printable characters, had " + name.length());
            }
            if (width < 1 || width > 1_000_000 || outputs < 1 || outputs > 100_000) {
                throw new IllegalArgumentException("a graph must read 1 to 1000000 features and give 1 to 100000 numbers, was %d and %d"
                        .formatted(width, outputs));
            }
        }
    }

    private final Described described;
    private final byte[] onnx;
    private final GraphRunner.Session session;

    /// Opens a graph with the runner on the class path of this class.
    ///
    /// @param onnx an ONNX `ModelProto`; copied
    /// @throws IllegalArgumentException if it has more than [#MOST_BYTES], or none
    /// @throws ProblemException         if nothing can run graphs here, or the graph is not what it must be
    public Graph(String name, byte[] onnx, int width, int outputs) {
        this(new Described(name, width, outputs), onnx, Graph.class.getClassLoader());
    }

    Graph(Described described, byte[] onnx, ClassLoader classPath) {
        if (onnx.length == 0 || onnx.length > MOST_BYTES) {
            throw new IllegalArgumentException("a graph must have 1 to %d bytes, had %d".formatted(MOST_BYTES, onnx.length));
        }
        this.described = described;
        this.onnx = onnx.clone();
        this.session = GraphRunner.open(classPath, described, this.onnx);
        CLEANER.register(this, session::close);
    }

    /// Whether a form is such a graph or blends one in.
    public static boolean isIn(Form form) {
        return form instanceof Graph
                || form instanceof Blend blend && blend.members().stream().anyMatch(member -> isIn(member.form()));
    }

    public String name() {
        return described.name();
    }

    /// Number of features it reads.
    public int width() {
        return described.width();
    }

    @Override
    public int outputs() {
        return described.outputs();
    }

    /// The ONNX `ModelProto` as a copy.
    public byte[] toBytes() {
        return onnx.clone();
    }

    /// @throws ProblemException if the graph fails, or answers with something that is no number or no probability
    @Override
    public Predictions predict(Features features) {
        Matrix matrix = features.matrix();
        if (matrix.width() != width()) {
            throw new IllegalArgumentException("a graph of %d features got %d".formatted(width(), matrix.width()));
        }
        double[] answers = new double[Math.multiplyExact(matrix.rows(), outputs())];
        int block = Math.max(1, Math.min(BLOCK, BLOCK_NUMBERS / Math.max(width(), outputs())));
        try {
            for (int from = 0; from < matrix.rows(); from += block) {
                int count = Math.min(block, matrix.rows() - from);
                double[] some = session.run(rows(matrix, from, count), count);
                check(some, from);
                System.arraycopy(some, 0, answers, from * outputs(), some.length);
            }
        } finally {
            Reference.reachabilityFence(this);   // the session stays open until here
        }
        return new Predictions(outputs(), answers);
    }

    private static double[] rows(Matrix matrix, int from, int count) {
        int width = matrix.width();
        double[] rows = new double[count * width];
        for (int feature = 0; feature < width; feature++) {
            double[] column = matrix.column(feature);
            for (int i = 0; i < count; i++) {
                rows[i * width + feature] = column[from + i];
            }
        }
        return rows;
    }

    private void check(double[] answers, int firstRow) {
        int k = outputs();
        for (int start = 0; start < answers.length; start += k) {
            double sum = 0;
            boolean sound = true;
            for (int output = 0; output < k; output++) {
                double value = answers[start + output];
                sound &= Double.isFinite(value) && (k == 1 || value >= -TOLERANCE);
                sum += value;
            }
            if (!sound || k > 1 && Math.abs(sum - 1) > SUM_TOLERANCE) {
                String given = Arrays.toString(Arrays.copyOfRange(answers, start, start + Math.min(k, 5)));
                throw new ProblemException(Problem.of("graph-answer", "The ONNX graph '%s' answers row %d with %s, which is no %s."
                        .formatted(name(), firstRow + start / k + 1, given, k == 1 ? "number" : "list of probabilities"),
                        "Look at that row for values the model was not made for, or choose another learner."));
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Graph graph && described.equals(graph.described) && Arrays.equals(onnx, graph.onnx);
    }

    @Override
    public int hashCode() {
        return 31 * described.hashCode() + Arrays.hashCode(onnx);
    }

    @Override
    public String toString() {
        return "graph '%s' of %d bytes, %d features, %d outputs".formatted(name(), onnx.length, width(), outputs());
    }
}
