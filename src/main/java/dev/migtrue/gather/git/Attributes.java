package dev.migtrue.gather.git;

import dev.migtrue.model.RepoPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.Attribute.State;

/** The attributes that git gives the files of a work tree. Rules of the repository's own file win, then those nearest to a file, then the user's. */
final class Attributes {

    private static final AttributesFile BUILT_IN =
            new AttributesFile(List.of("[attr]binary -diff -merge -text"), LetterCase.MATTERS);

    private final RuleFiles files;
    private final LetterCase letterCase;
    private final AttributesFile strongest;
    private final List<AttributesFile> weakest;
    private final Map<RepoPath, AttributesFile> ofFolders = new HashMap<>();
    private final Map<RepoPath, Map<String, Attribute>> known = new HashMap<>();
    private final Lazy<Map<String, List<Attribute>>> macros = new Lazy<>(this::macros);

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
        Map<String, Attribute> resolved = new HashMap<>();
        String whole = ByteString.of(file.value());
        strongest.of(whole).forEach(attribute -> settle(attribute, resolved));
        Optional<RepoPath> folder = file.parent();
        while (folder.isPresent()) {
            ofFolder(folder.get())
                    .of(ByteString.of(file.relativeTo(folder.get())))
                    .forEach(attribute -> settle(attribute, resolved));
            folder = folder.get().parent();
        }
        weakest.stream().flatMap(rules -> rules.of(whole)).forEach(attribute -> settle(attribute, resolved));
        return resolved;
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
