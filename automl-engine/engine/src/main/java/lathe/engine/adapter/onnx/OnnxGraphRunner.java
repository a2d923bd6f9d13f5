package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.form.GraphRunner;
import org.jspecify.annotations.Nullable;

/// Runs the graphs of [lathe.scoring.form.Graph] in ONNX Runtime, each call on the thread that makes it.
public final class OnnxGraphRunner implements GraphRunner {

    private static final int TRIED_ROWS = 2;
    private static final int MOST_SAID = 300;
    private static final int LONGEST_COMMAND_LINE = 3900;
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    @Override
    public Session open(String name, byte[] onnx, int width, int outputs) {
        ForeignGraph graph = ForeignGraph.read(name, onnx, width, outputs);
        OrtEnvironment environment = environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);   // what fails comes as an exception
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);   // many graphs may be open at a time; none keeps room it does not use
            OrtSession session = environment.createSession(graph.model().toByteArray(), options);
            OneThread opened = new OneThread(name, environment, session, graph.input(), width, outputs);
            return tried(opened, width);
        } catch (OrtException e) {
            throw ForeignGraph.refused(name, "ONNX Runtime does not take it (%s)".formatted(said(e)));
        }
    }

    /// The one environment of the process.
    ///
    /// @throws ProblemException if loading the library would end this process
    static OrtEnvironment environment() {
        requireShort(commandLine());
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "lathe");
    }

    // Its native library (1.29.0, Linux) writes beyond a buffer there: 3,978 bytes pass, 3,981 end the process, whatever they say.
    static void requireShort(long commandLine) {
        if (commandLine > LONGEST_COMMAND_LINE) {
            throw new ProblemException(Problem.of("onnx-runtime-command-line",
                    "ONNX Runtime cannot be loaded into a process whose command line has more than %d characters; this one has %d."
                            .formatted(LONGEST_COMMAND_LINE, commandLine),
                    "Start Java with the class path in the variable CLASSPATH, or with its arguments in a file (java @file)."));
        }
    }

    private static long commandLine() {
        try {
            return Files.exists(COMMAND_LINE) ? Files.readAllBytes(COMMAND_LINE).length : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    // Names out of the file stand in it.
    private static String said(OrtException e) {
        String line = String.valueOf(e.getMessage()).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > MOST_SAID ? line.substring(0, MOST_SAID) + "…" : line;
    }

    // Shapes that do not fit each other, or fit one row only, come out here and not in the middle of a run.
    private static Session tried(OneThread opened, int width) {
        boolean sound = false;
        try {
            opened.run(new double[TRIED_ROWS * width], TRIED_ROWS);
            sound = true;
            return opened;
        } finally {
            if (!sound) {
                opened.close();
            }
        }
    }

    private record OneThread(String name, OrtEnvironment environment, OrtSession session, ValueInfoProto input, int width, int outputs)
            implements Session {

        @Override
        public double[] run(double[] rows, int count) {
            try (OnnxTensor tensor = tensor(rows, count);
                    OrtSession.Result result = session.run(Map.of(input.getName(), tensor))) {
                return numbers(result, count);
            } catch (OrtException e) {
                throw failed("fails on %d rows (%s)".formatted(count, said(e)), e);
            }
        }

        private OnnxTensor tensor(double[] rows, int count) throws OrtException {
            long[] shape = {count, width};
            if (!ForeignGraph.isSingle(input)) {
                return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(rows), shape);
            }
            float[] narrow = new float[rows.length];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (float) rows[i];
            }
            return OnnxTensor.createTensor(environment, FloatBuffer.wrap(narrow), shape);
        }

        private double[] numbers(OrtSession.Result result, int count) {
            if (!(result.get(0) instanceof OnnxTensor tensor)
                    || !Arrays.equals(tensor.getInfo().getShape(), new long[] {count, outputs})) {
                throw failed("answers %d rows with %s instead of the shape [%d, %d]"
                        .formatted(count, result.get(0).getInfo(), count, outputs), null);
            }
            double[] numbers = new double[count * outputs];
            switch (tensor.getInfo().type) {
                case DOUBLE -> tensor.getDoubleBuffer().get(numbers);
                case FLOAT -> {
                    FloatBuffer values = tensor.getFloatBuffer();
                    Arrays.setAll(numbers, values::get);
                }
                default -> throw failed("answers with %s instead of float or double".formatted(tensor.getInfo().type), null);
            }
            return numbers;
        }

        private ProblemException failed(String what, @Nullable Exception cause) {
            Problem problem = Problem.of("graph-answer", "The ONNX graph '%s' %s.".formatted(name, what),
                    "Have the graph put right by whoever made it, or choose another learner.");
            return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
        }

        @Override
        public void close() {
            try {
                session.close();
            } catch (OrtException e) {
                throw new IllegalStateException("a session of ONNX Runtime does not close: " + e.getMessage(), e);
            }
        }
    }
}
