package dev.migtrue.gather.git;

import dev.migtrue.model.RepoPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.Attribute.State;

/**
 * The attributes that git gives the files of a work tree. Rules of the repository's own file win, then those nearest to
 * a file, then the user's.
 */
final class Attributes {

    private static final AttributesFile BUILT_IN =
            new AttributesFile(List.of("[attr]binary -diff -merge -text"), LetterCase.MATTERS);

    private final RuleFiles files;
    private final LetterCase letterCase;
    private final AttributesFile strongest;
    private final List<AttributesFile> weakest;
    private final Map<RepoPath, AttributesFile> ofFolders = new HashMap<>();
    private final Map<RepoPath, Map<String, Attribute>> known = new HashMap<>();
    private final Map<RepoPath, List<Governing>> governing = new HashMap<>();
    private final Lazy<Map<String, List<Attribute>>> macros = new Lazy<>(this::macros);

    /** A file of rules and the folder that it governs. */
    private record Governing(RepoPath folder, AttributesFile file) {}

    /**
     * @param strongest the file in the repository's own folder
     * @param weakest the user's and the system's, the stronger first
     */
    Attributes(RuleFiles files, LetterCase letterCase, AttributesFile strongest, List<AttributesFile> weakest) {
        this.files = files;
        this.letterCase = letterCase;
        this.strongest = strongest;
        this.weakest = List.copyOf(weakest);
    }

    /** An attribute of a file; absent when it is not specified. */
    Optional<Attribute> of(RepoPath file, String name) {
        return Optional.ofNullable(known.computeIfAbsent(file, this::resolve).get(name))
                .filter(attribute -> attribute.getState() != State.UNSPECIFIED);
    }

    /** The value of an attribute; absent when it has none, but is merely set or unset. */
    Optional<String> value(RepoPath file, String name) {
        return of(file, name).flatMap(attribute -> Optional.ofNullable(attribute.getValue()));
    }

    boolean isSet(RepoPath file, String name) {
        return of(file, name)
                .filter(attribute -> attribute.getState() == State.SET)
                .isPresent();
    }

    private Map<String, Attribute> resolve(RepoPath file) {
        List<Governing> rules = governing.computeIfAbsent(file.parent().orElse(RepoPath.TOP), this::governing);
        if (rules.isEmpty()) {
            return Map.of();
        }
        Map<String, Attribute> resolved = new HashMap<>();
        for (Governing rule : rules) {
            rule.file()
                    .of(ByteString.of(file.relativeTo(rule.folder())))
                    .forEach(attribute -> settle(attribute, resolved));
        }
        return resolved;
    }

    /** The files that have anything to say of the files in a folder, the strongest first; mostly none. */
    private List<Governing> governing(RepoPath folder) {
        List<Governing> rules = new ArrayList<>(List.of(new Governing(RepoPath.TOP, strongest)));
        Optional<RepoPath> above = Optional.of(folder);
        while (above.isPresent()) {
            rules.add(new Governing(above.get(), ofFolder(above.get())));
            above = above.get().parent();
        }
        weakest.forEach(file -> rules.add(new Governing(RepoPath.TOP, file)));
        rules.removeIf(rule -> rule.file().isEmpty());
        return List.copyOf(rules);
    }

    /** The first that speaks of a name settles it; what a macro stands for is as strong as the macro. */
    private void settle(Attribute attribute, Map<String, Attribute> resolved) {
        if (resolved.putIfAbsent(attribute.getKey(), attribute) == null && attribute.getState() == State.SET) {
            macros.get().getOrDefault(attribute.getKey(), List.of()).forEach(member -> settle(member, resolved));
        }
    }

    /** Macros count only where they are defined for the whole work tree. */
    private Map<String, List<Attribute>> macros() {
        Map<String, List<Attribute>> defined = new HashMap<>();
        Stream.of(Stream.of(strongest, ofFolder(RepoPath.TOP)), weakest.stream(), Stream.of(BUILT_IN))
                .flatMap(sources -> sources)
                .flatMap(source -> source.macros().stream())
                .forEach(macro -> defined.putIfAbsent(macro.name(), macro.attributes()));
        return defined;
    }

    private AttributesFile ofFolder(RepoPath folder) {
        return ofFolders.computeIfAbsent(
                folder,
                governed -> new AttributesFile(files.linesOrStaged(governed.child(".gitattributes")), letterCase));
    }
}
