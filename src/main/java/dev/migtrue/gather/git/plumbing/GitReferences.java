package dev.migtrue.gather.git.plumbing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Ref.Storage;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.RefRename;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.ReflogReader;
import org.eclipse.jgit.lib.SymbolicRef;
import org.jspecify.annotations.Nullable;

/** The references of a repository as git lists them, once. */
final class GitReferences extends RefDatabase {

    private static final String FORMAT = "--format=%(refname)%00%(objectname)%00%(*objectname)%00%(symref)";

    private final GitProgram git;
    private final Path own;
    private final Path common;
    private Optional<SequencedMap<String, Ref>> known = Optional.empty();

    /**
     * @param own git's folder of this work tree
     * @param common git's folder of all work trees
     */
    GitReferences(GitProgram git, Path own, Path common) {
        this.git = git;
        this.own = own;
        this.common = common;
    }

    private SequencedMap<String, Ref> known() {
        if (known.isEmpty()) {
            SequencedMap<String, Ref> references = new LinkedHashMap<>();
            Map<String, String> symbolic = new LinkedHashMap<>();
            git.output("for-each-ref", FORMAT).lines().forEach(line -> {
                String[] fields = line.split("\0", -1);
                if (fields[3].isEmpty()) {
                    references.put(fields[0], reference(fields[0], fields[1], fields[2]));
                } else {
                    symbolic.put(fields[0], fields[3]);
                }
            });
            symbolic.forEach((name, target) -> references.put(
                    name,
                    new SymbolicRef(
                            name, Optional.ofNullable(references.get(target)).orElseGet(() -> unborn(target)))));
            known = Optional.of(references);
        }
        return known.get();
    }

    private static Ref reference(String name, String id, String peeled) {
        return peeled.isEmpty()
                ? new ObjectIdRef.PeeledNonTag(Storage.PACKED, name, ObjectFormat.id(id))
                : new ObjectIdRef.PeeledTag(Storage.PACKED, name, ObjectFormat.id(id), ObjectFormat.id(peeled));
    }

    private static Ref unborn(String name) {
        return new ObjectIdRef.Unpeeled(Storage.NEW, name, null);
    }

    @Override
    public @Nullable Ref exactRef(String name) throws IOException {
        if (name.startsWith(Constants.R_REFS)) {
            return known().get(name);
        }
        // HEAD and its like are files, whatever the others are kept in.
        Path file = own.resolve(name).normalize();
        if (!file.startsWith(own) || !Files.isRegularFile(file)) {
            return null;
        }
        String content = Files.readString(file).lines().findFirst().orElse("").strip();
        if (content.startsWith("ref:")) {
            String target = content.substring("ref:".length()).strip();
            return new SymbolicRef(
                    name, Optional.ofNullable(known().get(target)).orElseGet(() -> unborn(target)));
        }
        return content.matches("[0-9a-f]{40,}")
                ? new ObjectIdRef.Unpeeled(Storage.LOOSE, name, ObjectFormat.id(content))
                : null;
    }

    @Override
    @SuppressWarnings("deprecation") // JGit tells callers to use another, which is built on this one
    public Map<String, Ref> getRefs(String prefix) {
        Map<String, Ref> below = new LinkedHashMap<>();
        known().forEach((name, reference) -> {
            if (name.startsWith(prefix)) {
                below.put(name.substring(prefix.length()), reference);
            }
        });
        return below;
    }

    @Override
    public List<Ref> getAdditionalRefs() {
        return List.of();
    }

    @Override
    public Ref peel(Ref reference) {
        return reference;
    }

    @Override
    public ReflogReader getReflogReader(Ref reference) {
        String name = reference.getName();
        Path folder = name.startsWith(Constants.R_REFS) ? common : own;
        return new LogFile(folder.resolve("logs").resolve(name));
    }

    @Override
    public boolean isNameConflicting(String name) {
        return known().containsKey(name);
    }

    @Override
    public void create() {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public RefUpdate newUpdate(String name, boolean detach) {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public RefRename newRename(String from, String to) {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public void close() {
        // It holds nothing open.
    }
}
