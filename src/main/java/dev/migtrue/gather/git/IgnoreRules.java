package dev.migtrue.gather.git;

import dev.migtrue.gather.git.IgnoreFile.Verdict;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.RepoPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What git ignores in a work tree, and why. The rules nearest to a path win, then those of the repository, then the
 * user's. Below a folder that is ignored as a whole nothing else is asked: nothing in there can be taken back.
 */
final class IgnoreRules {

    private final RuleFiles files;
    private final LetterCase letterCase;
    private final List<IgnoreFile> everywhere;
    private final Map<RepoPath, IgnoreFile> ofFolders = new HashMap<>();
    private final Map<RepoPath, Optional<IgnoreRule>> hidingFolders = new HashMap<>();

    /** @param everywhere the files that do not lie in the work tree, the strongest first */
    IgnoreRules(RuleFiles files, LetterCase letterCase, List<IgnoreFile> everywhere) {
        this.files = files;
        this.letterCase = letterCase;
        this.everywhere = List.copyOf(everywhere);
    }

    /** The rule that hides a file; absent when none does. Whether the file is tracked is not asked. */
    Optional<IgnoreRule> hidingFile(RepoPath file) {
        RepoPath folder = file.parent().orElse(RepoPath.TOP);
        return hidingFolder(folder).or(() -> hidden(last(file, folder, IgnoreFile::ofFile)));
    }

    /** The rule that hides a folder as a whole; absent when none does. */
    Optional<IgnoreRule> hidingFolder(RepoPath folder) {
        Optional<IgnoreRule> known = hidingFolders.get(folder);
        if (known == null) {
            known = folder.parent()
                    .flatMap(parent ->
                            hidingFolder(parent).or(() -> hidden(last(folder, parent, IgnoreFile::ofFolder))));
            hidingFolders.put(folder, known);
        }
        return known;
    }

    /** A question to one ignore file about one path, a byte string. */
    private interface Question {
        Optional<Verdict> ask(IgnoreFile file, String path);
    }

    private Optional<Verdict> last(RepoPath path, RepoPath parent, Question question) {
        Optional<RepoPath> folder = Optional.of(parent);
        while (folder.isPresent()) {
            RepoPath governed = folder.get();
            Optional<Verdict> verdict = question.ask(ofFolder(governed), ByteString.of(path.relativeTo(governed)));
            if (verdict.isPresent()) {
                return verdict;
            }
            folder = governed.parent();
        }
        String whole = ByteString.of(path.value());
        return everywhere.stream()
                .map(file -> question.ask(file, whole))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private IgnoreFile ofFolder(RepoPath folder) {
        return ofFolders.computeIfAbsent(folder, governed -> {
            RepoPath file = governed.child(".gitignore");
            return new IgnoreFile(file.value(), files.lines(file), letterCase);
        });
    }

    private static Optional<IgnoreRule> hidden(Optional<Verdict> verdict) {
        return verdict.flatMap(said -> switch (said) {
            case Verdict.Hidden hidden -> Optional.of(hidden.by());
            case Verdict.Lifted lifted -> Optional.<IgnoreRule>empty();
        });
    }
}
