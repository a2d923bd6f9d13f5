package lathe.scoring.pack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Runs the reading of one file and tells whatever goes wrong as a [Problem] with its path.
final class Opening {

    /// Reads one file.
    interface Body<T> {
        T run() throws IOException;
    }

    private Opening() {
    }

    static <T> T of(Path path, Body<T> body) {
        try {
            return body.run();
        } catch (DamagedException e) {
            throw damaged(path, String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | ArithmeticException e) {
            // the shapes check themselves; in a file from outside their complaint is about the file
            throw damaged(path, String.valueOf(e.getMessage()), e);
        } catch (ProblemException e) {
            throw e.problem().where().isEmpty() ? at(path, e) : e;
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem("model-unreadable", "Access to the file is denied.", path.toString(),
                    "Ask for the right to read it."), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem("model-unreadable", "The file cannot be read: %s.".formatted(e.getMessage()),
                    path.toString(), "Check the disk and try again."), e);
        }
    }

    private static ProblemException at(Path path, ProblemException e) {
        Problem problem = e.problem();
        return new ProblemException(new Problem(problem.code(), problem.what(), path.toString(), problem.remedy()), e);
    }

    private static ProblemException damaged(Path path, String what, RuntimeException cause) {
        return new ProblemException(new Problem("model-damaged", "The model file is damaged: %s.".formatted(what), path.toString(),
                "Copy the file again from where it came, or train the model again."), cause);
    }
}
