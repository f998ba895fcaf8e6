package dev.migtrue.gather.git;

import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A work tree with its index, and what git would make of the files in it. */
final class Checkout {

    private static final Path SYSTEM_ATTRIBUTES = Path.of("/etc/gitattributes");

    private final Path top;
    private final GitFolder git;
    private final Environment environment;
    private final Settings settings;
    private final LetterCase letterCase;
    private final RuleFiles ruleFiles;
    private final Index index;
    private final IgnoreRules ignores;
    private final Tree onDisk;
    private final Tree staged;

    Checkout(Path top, Places places, Environment environment, Engine engine, ObjectStore objects, Readings readings) {
        this.top = top;
        this.git = places.git();
        this.environment = environment;
        this.settings = Settings.all(git, environment);
        this.letterCase = settings.isOn("core", "ignoreCase") ? LetterCase.IGNORED : LetterCase.MATTERS;
        this.index = new IndexFile(places, environment, engine, objects).read();
        Disk disk = new Disk(top);
        this.ruleFiles = new RuleFiles(disk, index, objects);
        this.ignores = new IgnoreRules(ruleFiles, letterCase, ignoreFiles());
        CheckIn checkIn = new CheckIn(attributes(), settings, index, objects);
        this.onDisk = new DiskTree(disk, index, objects, ignores, checkIn, readings);
        this.staged = new ObjectTree(index::committed, objects, readings);
    }

    Path top() {
        return top;
    }

    Index index() {
        return index;
    }

    Tree onDisk() {
        return onDisk;
    }

    Tree staged() {
        return staged;
    }

    /** The rule that hides a file from git; absent when it is tracked or not ignored. */
    Optional<IgnoreRule> ignoredBy(RepoPath path) {
        return index.entry(path).isPresent() ? Optional.empty() : ignores.hidingFile(path);
    }

    private List<IgnoreFile> ignoreFiles() {
        Optional<Path> own = Optional.of(git.common().resolve("info").resolve("exclude"));
        Optional<Path> users = settings.path("core", "excludesFile", top).or(() -> environment.userFile("ignore"));
        return Stream.of(own, users)
                .flatMap(Optional::stream)
                .map(file -> new IgnoreFile(shown(file), ruleFiles.lines(file), letterCase))
                .toList();
    }

    private Attributes attributes() {
        Optional<Path> users =
                settings.path("core", "attributesFile", top).or(() -> environment.userFile("attributes"));
        Optional<Path> systems = Optional.of(SYSTEM_ATTRIBUTES).filter(file -> !environment.isOn("GIT_ATTR_NOSYSTEM"));
        return new Attributes(
                ruleFiles,
                letterCase,
                attributes(git.common().resolve("info").resolve("attributes")),
                Stream.of(users, systems)
                        .flatMap(Optional::stream)
                        .map(this::attributes)
                        .toList());
    }

    private AttributesFile attributes(Path file) {
        return new AttributesFile(ruleFiles.lines(file), letterCase);
    }

    /** A file's name as git prints it: relative where it lies in the work tree. */
    private String shown(Path file) {
        return file.startsWith(top)
                ? top.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/")
                : file.toString();
    }
}
