package lathe.engine.adapter.h2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lathe.engine.evaluate.Metric.Direction;
import lathe.engine.evaluate.Score;
import lathe.engine.track.RecordCodec;
import lathe.engine.track.ReportedScore;
import lathe.engine.track.RunIndex;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStatus;
import lathe.engine.track.RunStore;
import lathe.engine.track.TrialRecord;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/// The index as an embedded H2 file, `lathe.mv.db`. Safe for many threads; one process at a time, as the project's lock
/// sees to.
public final class H2RunIndex implements RunIndex {

    private static final String ENDING = ".mv.db";

    /// What [RunIndex.RunLine] is read from, in the order of its components.
    private static final String RUN_LINES = """
            SELECT r.id, e.target, e.task, r.status, r.started, r.ended, r.best, m.metric, m.score, m.lower_end, m.upper_end,
                   (SELECT COUNT(*) FROM trials t WHERE t.run = r.id)
            FROM runs r JOIN experiments e ON e.id = r.experiment LEFT JOIN metrics m ON m.run = r.id AND m.position = 0
            """;

    private final Connection connection;
    private final Statements statements;
    private final IndexSeal seal;
    private final @Nullable Path file;

    private H2RunIndex(Connection connection, IndexSeal seal, @Nullable Path file) {
        this.connection = connection;
        this.statements = new Statements(connection);
        this.seal = seal;
        this.file = file;
    }

    /// As below, with the seal of this user.
    public static H2RunIndex open(Path file, RunStore store) {
        return open(file, store, IndexSeal.ofUser());
    }

    /// Opens the index of a project and brings it up to date. One that is missing, damaged, not closed properly or written by
    /// somebody else is made anew from the run files.
    ///
    /// @param file  ends in `.mv.db`
    /// @param store the runs it is about
    /// @param seal  tells whether the file may be opened
    /// @throws ProblemException if it cannot be written
    public static H2RunIndex open(Path file, RunStore store, IndexSeal seal) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!absolute.toString().endsWith(ENDING)) {
            throw new IllegalArgumentException("an index file must end in %s, was %s".formatted(ENDING, file));
        }
        try {
            boolean trusted = seal.holds(absolute);
            seal.remove(absolute);
            if (!trusted) {
                Files.deleteIfExists(absolute);
            }
            H2RunIndex index = trusted ? openOrRenew(absolute, seal) : connect(absolute, seal);
            index.refresh(store);
            return index;
        } catch (IOException | SQLException | FlywayException e) {
            throw failed(e);
        }
    }

    private static H2RunIndex openOrRenew(Path file, IndexSeal seal) throws IOException, SQLException {
        try {
            return connect(file, seal);
        } catch (SQLException | FlywayException e) {
            Files.deleteIfExists(file);   // written by a later version, for example: the run files have it all
            return connect(file, seal);
        }
    }

    private static H2RunIndex connect(Path file, IndexSeal seal) throws SQLException {
        String path = file.toString();
        // A semicolon would end the path and begin settings; such an index lives in memory and is built at each opening.
        boolean inMemory = path.indexOf(';') >= 0;
        String place = inMemory ? "mem:" + UUID.randomUUID()
                : "file:" + path.substring(0, path.length() - ENDING.length());
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + place + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        source.setUser("sa");
        source.setPassword("");
        Connection connection = source.getConnection();
        try {
            Flyway.configure().dataSource(source).locations("classpath:lathe/migrations").cleanDisabled(true)
                    .loggers("slf4j").load().migrate();
            connection.setAutoCommit(false);
        } catch (SQLException | FlywayException e) {
            connection.close();
            throw e;
        }
        return new H2RunIndex(connection, seal, inMemory ? null : file);
    }

    @Override
    public synchronized List<Problem> refresh(RunStore store) {
        List<Problem> problems = new ArrayList<>();
        transact(() -> {
            Map<String, String> known = new HashMap<>();
            for (String[] line : statements.query(row -> new String[] {row.getString(1), row.getString(2)},
                    "SELECT id, stamp FROM runs")) {
                known.put(line[0], line[1]);
            }
            Set<String> gone = new HashSet<>(known.keySet());
            for (String id : store.ids()) {
                gone.remove(id);
                try {
                    String stamp = store.stamp(id);
                    if (!stamp.equals(known.get(id))) {
                        load(store, id, stamp);
                    }
                } catch (ProblemException e) {
                    gone.add(id);
                    problems.add(e.problem());
                }
            }
            for (String id : gone) {
                statements.update("DELETE FROM runs WHERE id = ?", id);
            }
        });
        return List.copyOf(problems);
    }

    @Override
    public synchronized List<Problem> rebuild(RunStore store) {
        transact(() -> statements.update("DELETE FROM runs"));
        return refresh(store);
    }

    private void load(RunStore store, String id, String stamp) throws SQLException {
        RunRecord run = store.run(id);
        List<TrialRecord> trials = store.trials(id).trials();
        putRun(run, stamp);
        statements.update("DELETE FROM trials WHERE run = ?", id);
        for (TrialRecord trial : trials) {
            putTrial(id, trial);
        }
    }

    @Override
    public synchronized void put(RunRecord run) {
        transact(() -> putRun(run, ""));
    }

    @Override
    public synchronized void put(String runId, TrialRecord trial) {
        transact(() -> putTrial(runId, trial));
    }

    private void putRun(RunRecord run, String stamp) throws SQLException {
        String id = run.spec().id();
        String target = run.spec().target();
        String task = lower(run.spec().task());
        statements.update("MERGE INTO experiments (target, task) KEY (target, task) VALUES (?, ?)", target, task);
        statements.update("""
                MERGE INTO runs (id, experiment, status, started, ended, best, stamp) KEY (id)
                SELECT ?, id, ?, ?, ?, ?, ? FROM experiments WHERE target = ? AND task = ?
                """, id, lower(run.status()), time(run.started()), time(run.ended()), run.best(), stamp, target, task);
        statements.update("DELETE FROM metrics WHERE run = ?", id);
        for (int i = 0; i < run.scores().size(); i++) {
            ReportedScore reported = run.scores().get(i);
            Score score = reported.score();
            statements.update("INSERT INTO metrics VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", id, i, lower(reported.kind()),
                    score.metric(), score.value(), score.lower(), score.upper(), score.level(), score.rows());
        }
    }

    private void putTrial(String runId, TrialRecord trial) throws SQLException {
        statements.update("""
                MERGE INTO trials (run, trial, learner, status, score, fit_seconds, record) KEY (run, trial)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, runId, trial.trial(), trial.learner(), lower(trial.status()), known(trial.value()),
                known(trial.fitSeconds()), new String(RecordCodec.line(trial), StandardCharsets.UTF_8));
    }

    @Override
    public synchronized List<RunLine> runs() {
        return answer(() -> statements.query(H2RunIndex::runLine, RUN_LINES + "ORDER BY r.started DESC, r.id DESC"));
    }

    @Override
    public synchronized List<TrialRecord> trials(String runId) {
        return answer(() -> statements.query(row -> RecordCodec.read(row.getString(1).getBytes(StandardCharsets.UTF_8),
                TrialRecord.class, "index"), "SELECT record FROM trials WHERE run = ? ORDER BY trial", runId));
    }

    @Override
    public synchronized List<RunLine> bestRuns(String target, String metric, Direction direction, int limit) {
        String order = switch (direction) {
            case HIGHER_IS_BETTER -> "ORDER BY m.score DESC, r.started LIMIT ?";
            case LOWER_IS_BETTER -> "ORDER BY m.score, r.started LIMIT ?";
        };
        return answer(() -> statements.query(H2RunIndex::runLine, RUN_LINES + "WHERE e.target = ? AND m.metric = ? " + order,
                target, metric, limit));
    }

    private static RunLine runLine(ResultSet row) throws SQLException {
        String metric = row.getString(8);
        return new RunLine(row.getString(1), row.getString(2), row.getString(3),
                RunStatus.valueOf(row.getString(4).toUpperCase(Locale.ROOT)), instant(row, 5), instant(row, 6),
                row.getString(7), metric == null ? "" : metric, number(row, 9), number(row, 10), number(row, 11),
                row.getInt(12));
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
            if (file != null) {
                seal.put(file);
            }
        } catch (SQLException | IOException e) {
            throw failed(e);
        }
    }

    /// Work on the database.
    private interface Work {
        void run() throws SQLException;
    }

    /// A question to the database.
    private interface Question<T> {
        T ask() throws SQLException;
    }

    private void transact(Work work) {
        try {
            try {
                work.run();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static <T> T answer(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static ProblemException failed(Exception e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new ProblemException(Problem.of("index-failed", "The index of runs failed: %s.".formatted(said),
                "Nothing is lost: delete lathe.mv.db, and it is made anew from the run files."), e);
    }
}
