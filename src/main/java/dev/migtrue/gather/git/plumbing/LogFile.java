package dev.migtrue.gather.git.plumbing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.CheckoutEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.ReflogEntry;
import org.eclipse.jgit.lib.ReflogReader;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/** The file in which git notes where a reference was; with no entries when there is none. */
record LogFile(Path file) implements ReflogReader {

    private static final Pattern LINE =
            Pattern.compile("(?<old>[0-9a-f]{40,}) (?<new>[0-9a-f]{40,}) (?<who>[^\t]*)\t?(?<comment>.*)");

    /** A line of it. */
    private record Entry(ObjectId old, ObjectId now, PersonIdent who, String comment) implements ReflogEntry {

        @Override
        public ObjectId getOldId() {
            return old;
        }

        @Override
        public ObjectId getNewId() {
            return now;
        }

        @Override
        public PersonIdent getWho() {
            return who;
        }

        @Override
        public String getComment() {
            return comment;
        }

        @Override
        public @Nullable CheckoutEntry parseCheckout() {
            return null;
        }
    }

    @Override
    public List<ReflogEntry> getReverseEntries() throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<ReflogEntry> entries = new ArrayList<>();
        Files.readString(file, StandardCharsets.ISO_8859_1)
                .lines()
                .forEach(line -> entry(line).ifPresent(entries::add));
        return entries.reversed();
    }

    private static Optional<Entry> entry(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? Optional.of(new Entry(
                        ObjectFormat.id(parts.group("old")),
                        ObjectFormat.id(parts.group("new")),
                        RawParseUtils.parsePersonIdent(new String(
                                parts.group("who").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)),
                        parts.group("comment")))
                : Optional.empty();
    }

    @Override
    public List<ReflogEntry> getReverseEntries(int most) throws IOException {
        return getReverseEntries().stream().limit(most).toList();
    }

    @Override
    public @Nullable ReflogEntry getReverseEntry(int number) throws IOException {
        return getReverseEntries().stream().skip(number).findFirst().orElse(null);
    }

    @Override
    public @Nullable ReflogEntry getLastEntry() throws IOException {
        return getReverseEntry(0);
    }
}
