package lathe.scoring.form;

import java.util.ServiceLoader;
import java.util.ServiceConfigurationError;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import org.jspecify.annotations.Nullable;

/// Runs ONNX graphs for the form [Graph]. Scoring has none itself; Lathe's engine brings one that stands on ONNX Runtime.
///
/// An implementation is named in `META-INF/services/lathe.scoring.form.GraphRunner`, has a public constructor without
/// parameters, and may be used by several threads.
public interface GraphRunner {

    /// A graph that is ready to answer. Safe for several threads until it is closed.
    interface Session extends AutoCloseable {

        /// Answers some rows.
        ///
        /// @param rows  row by row, shape count × width; not kept, not changed
        /// @param count number of rows, at least 1
        /// @return row by row, shape count × outputs
        /// @throws ProblemException if the graph fails or its answer has another shape
        double[] run(double[] rows, int count);

        @Override
        void close();
    }

    /// Checks a graph against what [Graph] asks of it and opens it.
    ///
    /// @param name    for messages
    /// @param onnx    an ONNX `ModelProto`, from whomever; not changed
    /// @param width   features in a row
    /// @param outputs numbers in an answer
    /// @throws ProblemException with the reason, if the graph does not keep to the contract
    Session open(String name, byte[] onnx, int width, int outputs);

    /// Opens a graph with the runner that is on the class path.
    ///
    /// @throws ProblemException if there is no runner, it does not work on this machine, or it refuses the graph
    static Session open(ClassLoader classPath, Graph.Described graph, byte[] onnx) {
        try {
            GraphRunner runner = ServiceLoader.load(GraphRunner.class, classPath).findFirst()
                    .orElseThrow(() -> missing(graph.name(), null));
            return runner.open(graph.name(), onnx, graph.width(), graph.outputs());
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw missing(graph.name(), broken);   // a native library that does not load on this machine ends here, too
        }
    }

    private static ProblemException missing(String name, @Nullable Error cause) {
        Problem problem = Problem.of("graph-runner-missing",
                "The model holds an ONNX graph ('%s'), and nothing here can run one.".formatted(name),
                "Open it with Lathe, or put Lathe's engine and ONNX Runtime for this machine on the class path.");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}
