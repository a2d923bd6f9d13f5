package lathe.app;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.engine.data.DatabasePasswords;
import lathe.scoring.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The command `lathe`.
///
/// Without arguments, or with a file or a project alone, the desktop opens.
///
/// Exit codes: 0 done, 1 the user can fix it, 2 wrong usage, 3 our fault, 130 ended by Ctrl-C with the best so far.
@Command(name = "lathe", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Turns a table into a model you can trust and hand over.",
        subcommands = {ProfileCommand.class, CompareCommand.class, CheckCommand.class, LabelCommand.class, TrainCommand.class, PredictCommand.class,
            ExportCommand.class, VerifyCommand.class, RunCommand.class, ResumeCommand.class, ShowCommand.class, PluginsCommand.class},
        footer = {"", "Example: lathe train sample-data/telecom-churn.csv --target churned --budget 60s"})
public final class Lathe implements Runnable {

    static final int USER_CAN_FIX = 1;
    static final int OUR_FAULT = 3;

    private static final Logger LOG = Logger.getLogger(Lathe.class.getName());

    @Spec
    @SuppressWarnings("NullAway.Init")   // picocli sets it before anything is called
    private CommandSpec spec;

    private final Instant start;

    private Lathe(Instant start) {
        this.start = start;
    }

    Instant start() {
        return start;
    }

    public static void main(String[] arguments) {
        Locale user = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);   // files and logs are neutral; windows have a locale of their own
        Path log = LogFile.open();
        if (DesktopDoor.isMeant(arguments)) {
            System.exit(DesktopDoor.open(arguments, user, System.err));
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        DatabasePasswords.askWith(Lathe::askForPassword);
        // The budget starts with Java.
        Instant start = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        System.exit(run(arguments, start, log, out, err));
    }

    private static Optional<String> askForPassword(String purpose) {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal)
                .flatMap(console -> Optional.ofNullable(console.readPassword("Password for %s: ", purpose))).map(String::new);
    }

    /// The whole command in this process.
    ///
    /// @param start when a budget begins to count
    /// @param log where stack traces go, for the message of exit code 3
    /// @return the exit code
    public static int run(String[] arguments, Instant start, Path log, PrintWriter out, PrintWriter err) {
        CommandLine line = line(start);
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command, parsed, log));
        return line.execute(arguments);
    }

    /// The command and all its commands, not run yet.
    static CommandLine line(Instant start) {
        return new CommandLine(new Lathe(start));
    }

    private static int report(Exception failure, CommandLine command, ParseResult parsed, Path log) {
        PrintWriter err = command.getErr();
        if (failure instanceof ProblemException problem) {
            LOG.log(Level.FINE, "refused", failure);
            err.println("lathe: " + problem.problem().message());
            return USER_CAN_FIX;
        }
        LOG.log(Level.SEVERE, "command " + parsed.originalArgs() + " failed", failure);
        err.println("lathe: something went wrong that is not your fault. What happened is written in " + log);
        return OUR_FAULT;
    }

    /// Without a command and without a screen: the help, and exit code 2, because nothing was asked for.
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do; the commands are listed below.");
    }
}
