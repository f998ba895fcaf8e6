package dev.migtrue.system.keyed;

import dev.migtrue.model.FileText;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Reversal;
import dev.migtrue.model.Tree;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a tool looks for what takes a migration back. */
sealed interface DownPart extends KeyedTool.Trait {

    /** Whether a migration has it; absent where that cannot be told. */
    Optional<Reversal> of(Migration migration, Tree tree);

    /**
     * A section of the same file.
     *
     * @param ending how the files are called that have sections
     * @param start the line that opens it
     * @param end the line that opens another one
     * @param instruction a comment that speaks to the tool; any other may say why nothing stands here
     */
    record Section(String ending, Pattern start, Pattern end, Pattern instruction) implements DownPart {

        @Override
        public Optional<Reversal> of(Migration migration, Tree tree) {
            RepoPath path = migration.at().path();
            return path.name().endsWith(ending) ? text(path, tree).map(this::read) : Optional.empty();
        }

        private Reversal read(String text) {
            boolean isWithin = false;
            boolean isWritten = false;
            for (String line : text.lines().toList()) {
                if (start.matcher(line).find()) {
                    isWithin = true;
                } else if (end.matcher(line).find()) {
                    isWithin = false;
                } else {
                    isWritten |= isWithin
                            && !line.isBlank()
                            && !instruction.matcher(line).find();
                }
            }
            return isWritten ? Reversal.WRITTEN : Reversal.MISSING;
        }
    }

    /**
     * A file beside it.
     *
     * @param name matches its whole name; the group {@code key} is the number that both share
     */
    record Beside(Pattern name) implements DownPart {

        @Override
        public Optional<Reversal> of(Migration migration, Tree tree) {
            RepoPath folder = migration.at().path().parent().orElse(RepoPath.TOP);
            boolean isWritten = tree.filesUnder(folder).stream()
                    .filter(file -> file.parent().orElse(RepoPath.TOP).equals(folder) && isOf(migration, file))
                    .anyMatch(file ->
                            text(file, tree).filter(text -> !text.isBlank()).isPresent());
            return Optional.of(isWritten ? Reversal.WRITTEN : Reversal.MISSING);
        }

        private boolean isOf(Migration migration, RepoPath file) {
            Matcher matcher = name.matcher(file.name());
            return matcher.matches()
                    && new BigInteger(matcher.group("key"))
                            .toString()
                            .equals(migration.id().value());
        }
    }

    /**
     * A method of the same class.
     *
     * @param both the method from which the tool makes up the way back by itself
     */
    record Method(Pattern up, Pattern down, Pattern both) implements DownPart {

        @Override
        public Optional<Reversal> of(Migration migration, Tree tree) {
            return text(migration.at().path(), tree).flatMap(this::read);
        }

        private Optional<Reversal> read(String text) {
            if (down.matcher(text).find() || both.matcher(text).find()) {
                return Optional.of(Reversal.WRITTEN);
            }
            return up.matcher(text).find() ? Optional.of(Reversal.MISSING) : Optional.empty();
        }
    }

    private static Optional<String> text(RepoPath path, Tree tree) {
        return tree.text(path)
                .flatMap(file ->
                        file instanceof FileText.Decoded decoded ? Optional.of(decoded.text()) : Optional.empty());
    }
}
