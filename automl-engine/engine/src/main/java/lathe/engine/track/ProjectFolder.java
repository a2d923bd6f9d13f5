package lathe.engine.track;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.engine.data.ColumnRule;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.pack.PackageReader;

/// A project folder, held by this process until closed.
///
/// What Lathe writes stays inside the folder; the source file may lie outside, for the user chose it. Both are named by
/// relative paths with `/`, so the folder may be moved together with its source.
public final class ProjectFolder implements AutoCloseable {

    public static final String SETTINGS_FILE = "project.yaml";
    /// The package of the latest run; while a run goes on, of its best model until then.
    public static final String MODEL_FILE = "model.lathe";
    private static final Logger LOG = Logger.getLogger(ProjectFolder.class.getName());
    private static final String SUFFIX = ".lathe-project";
    private static final String INDEX_FILE = "lathe.mv.db";
    private static final String LOCK_FILE = ".lock";
    private static final String IGNORED = LOCK_FILE + "\n" + INDEX_FILE + "\n*.seal\n*.tmp\nresume/\n";

    private final Path root;
    private final ProjectLock lock;
    private final DataVersions versions;
    private final TypedTargetsFile typedTargets;
    private volatile ProjectSettings settings;

    private ProjectFolder(Path root, ProjectLock lock, ProjectSettings settings) {
        this.root = root;
        this.lock = lock;
        this.versions = versions(root);
        this.typedTargets = new TypedTargetsFile(root);
        this.settings = settings;
    }

    /// Where a new project about some data goes: `churn.lathe-project`, then `churn-2.lathe-project` and so on.
    ///
    /// @param parent folder to put it in
    /// @param source file of the data
    public static Path freshPath(Path parent, Path source) {
        String name = dataName(source);
        Path path = parent.resolve(name + SUFFIX);
        for (int next = 2; Files.exists(path); next++) {
            path = parent.resolve(name + "-" + next + SUFFIX);
        }
        return path;
    }

    /// Name of the data: that of the file without its ending, in letters, digits, `.`, `_` and `-`.
    public static String dataName(Path source) {
        Path last = source.getFileName();
        String name = last == null ? "" : last.toString();
        for (String ending : List.of(".gz", ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".parquet", ".jsonl", ".ndjson", ".json")) {
            boolean ends = name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length());
            name = ends ? name.substring(0, name.length() - ending.length()) : name;
        }
        name = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return name.isEmpty() ? "data" : name;
    }

    /// Whether the folder is a project.
    public static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(SETTINGS_FILE));
    }

    /// Makes a project in a folder, which need not exist yet.
    ///
    /// @throws ProblemException if there is a project already, another process has it, or it cannot be written
    public static ProjectFolder create(Path folder, ProjectSettings settings) {
        return draft(settings).create(folder);
    }

    /// A project to be made later: what takes time in a process that has just started is done now.
    public static Draft draft(ProjectSettings settings) {
        return new Draft(settings, ProjectFile.text(settings));
    }

    /// @param text of the settings, as written
    public record Draft(ProjectSettings settings, String text) {
        /// As [ProjectFolder#create(Path, ProjectSettings)].
        public ProjectFolder create(Path folder) {
            return ProjectFolder.create(folder, this);
        }
    }

    private static ProjectFolder create(Path folder, Draft draft) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw SafeFile.notWritten(root, e);
        }
        ProjectLock lock = ProjectLock.acquire(root.resolve(LOCK_FILE));
        try {
            if (exists(root)) {
                throw new ProblemException(new Problem("project-exists", "There is a project in this folder already.",
                        root.toString(), "Open it, or choose another folder with --out."));
            }
            SafeFile.replace(root.resolve(".gitignore"), IGNORED.getBytes(StandardCharsets.US_ASCII));
            ProjectFile.write(root.resolve(SETTINGS_FILE), draft.text());
            return new ProjectFolder(root, lock, draft.settings());
        } catch (ProblemException e) {
            lock.close();
            throw e;
        }
    }

    /// Opens a project; runs left unfinished by a process that died are marked as interrupted.
    ///
    /// @throws ProblemException if it is none, another process has it, or its settings are not understood
    public static ProjectFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        if (!exists(root)) {
            throw new ProblemException(new Problem("project-missing",
                    "The folder is no project: it has no %s.".formatted(SETTINGS_FILE), root.toString(),
                    "Name a project folder, or make one with: lathe train DATA --target COLUMN"));
        }
        ProjectLock lock = ProjectLock.acquire(root.resolve(LOCK_FILE));
        try {
            ProjectFolder project = new ProjectFolder(root, lock, ProjectFile.read(root.resolve(SETTINGS_FILE)));
            project.runs().recover(project::modelLeftBy);
            return project;
        } catch (ProblemException e) {
            lock.close();
            throw e;
        }
    }

    // While a run goes on, its best model until then is the project's.
    private String modelLeftBy(String run) {
        Path model = root.resolve(MODEL_FILE);
        try {
            return Files.exists(model) && run.equals(PackageReader.open(model).manifest().provenance().get("run"))
                    ? MODEL_FILE : "";
        } catch (ProblemException damaged) {
            LOG.log(Level.WARNING, "the model of an interrupted run cannot be read", damaged);
            return "";
        }
    }

    /// Settings of a project that is not to be changed, without taking its lock.
    public static ProjectSettings readSettings(Path folder) {
        return ProjectFile.read(folder.resolve(SETTINGS_FILE));
    }

    /// What the data of a project was, without taking its lock; the version read last at the end.
    public static List<DataVersion> readVersions(Path folder) {
        return versions(folder).all();
    }

    /// What was typed for rows without a target, without taking the project's lock.
    public static TypedTargets readTypedTargets(Path folder) {
        return new TypedTargetsFile(folder).all();
    }

    private static DataVersions versions(Path root) {
        return new DataVersions(root.resolve("data-versions.json"));
    }

    /// Settings in a file of any name, written by hand perhaps.
    public static ProjectSettings readSettingsFile(Path file) {
        return ProjectFile.read(file);
    }

    /// Puts a contract into a settings file of any name. What else stands there stays; a file that is not there yet is made.
    ///
    /// @throws ProblemException if another process has the project of this file, or it cannot be read or written
    public static void writeContract(Path file, Map<String, ColumnRule> rules) {
        Path whole = file.toAbsolutePath().normalize();
        if (!Files.exists(whole)) {
            ProjectFile.writeContract(whole, rules);
        } else if (whole.endsWith(SETTINGS_FILE) && Files.exists(whole.resolveSibling(LOCK_FILE))) {
            try (ProjectFolder project = open(whole.resolveSibling("."))) {
                project.save(project.settings().withContract(rules));
            }
        } else {
            ProjectFile.write(whole, ProjectFile.read(whole).withContract(rules));
        }
    }

    public Path root() {
        return root;
    }

    public ProjectSettings settings() {
        return settings;
    }

    /// Writes changed settings, atomically. A run under way keeps those it began with.
    public synchronized void save(ProjectSettings changed) {
        ProjectFile.write(root.resolve(SETTINGS_FILE), changed);
        settings = changed;
    }

    /// Writes a file of the project, atomically.
    ///
    /// @param relative its path in the project
    /// @return where it is
    /// @throws ProblemException if it cannot be written
    public Path write(String relative, String text) {
        Path file = inside(relative);
        SafeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    public RunStore runs() {
        return new RunStore(root.resolve("runs"));
    }

    /// What the data was when it was read before.
    public DataVersions versions() {
        return versions;
    }

    /// What people typed for rows without a target.
    public TypedTargetsFile typedTargets() {
        return typedTargets;
    }

    public Path indexFile() {
        return root.resolve(INDEX_FILE);
    }

    /// The `models` folder, made if it is missing.
    public Path models() {
        return made("models");
    }

    /// The `reports` folder, made if it is missing.
    public Path reports() {
        return made("reports");
    }

    /// The `data` folder, made if it is missing.
    public Path data() {
        return made("data");
    }

    private Path made(String name) {
        Path folder = inside(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw SafeFile.notWritten(folder, e);
        }
    }

    /// The source file that the settings name, as a path of this machine; the folder itself if they name none.
    public Path source() {
        return source(settings);
    }

    /// The source file that some settings of this project name.
    public Path source(ProjectSettings some) {
        return root.resolve(some.source()).normalize();
    }

    /// How a source file is named in the settings of a project in that folder: relative where the file system allows it.
    public static String relativeSource(Path folder, Path source) {
        Path root = real(folder);
        Path file = real(source);
        boolean related = root.getRoot() != null && root.getRoot().equals(file.getRoot());
        return (related ? root.relativize(file) : file).toString().replace('\\', '/');
    }

    // Links are followed as far as the path exists: ".." behind a link would lead elsewhere.
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path existing = absolute;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing == null ? absolute : existing.toRealPath().resolve(existing.relativize(absolute));
        } catch (IOException e) {
            throw SafeFile.notRead(path, e);
        }
    }

    /// A path in this folder, from the form that files hold.
    ///
    /// @throws ProblemException if it leads outside, also through a link
    public Path inside(String relative) {
        try {
            Path path = root.resolve(relative).normalize();
            if (path.startsWith(root) && real(path).startsWith(real(root))) {
                return path;
            }
        } catch (InvalidPathException e) {
            // refused below like any other path that is none of this folder
        }
        throw new ProblemException(new Problem("path-outside-project",
                "A path in a project must stay in its folder, was '%s'.".formatted(relative), root.toString(),
                "Put the file into the project folder."));
    }

    /// The form in which files hold a path of this folder.
    public String relative(Path path) {
        return root.relativize(path.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    @Override
    public void close() {
        lock.close();
    }
}
