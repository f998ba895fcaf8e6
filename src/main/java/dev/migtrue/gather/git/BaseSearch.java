package dev.migtrue.gather.git;

import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.BaseBranch.Obstacle;
import dev.migtrue.model.Revision;
import dev.migtrue.model.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Finds the branch to be merged into, and where HEAD's line left it. What is named but not in this clone is never taken for unchanged: the
 * answer is then the command that fetches it.
 */
final class BaseSearch {

    private static final String ORIGIN = "origin";
    private static final String CONFIGURATION = "migtrue.yaml";

    private final Commits commits;
    private final ObjectStore objects;
    private final Repository repository;
    private final Environment environment;

    BaseSearch(Commits commits, ObjectStore objects, Repository repository, Environment environment) {
        this.commits = commits;
        this.objects = objects;
        this.repository = repository;
        this.environment = environment;
    }

    /**
     * The branch that the user names, else the one that the configuration names, else the one that a variable names, else the default branch
     * of the remote.
     *
     * @throws UsageException when the user names one that is not here
     */
    BaseBranch find(BaseWish wish, Optional<Revision> head) {
        if (wish.commanded().isPresent()) {
            return compared(commits.named(wish.commanded().get()), "--base", head);
        }
        if (wish.configured().isPresent()) {
            return configured(wish.configured().get(), head);
        }
        List<BaseVariable> set = Arrays.stream(BaseVariable.values())
                .filter(variable -> environment.text(variable.name()).isPresent())
                .toList();
        if (!set.isEmpty()) {
            return set.stream()
                    .flatMap(variable -> tip(variable).stream().map(tip -> compared(tip, variable.name(), head)))
                    .findFirst()
                    .orElseGet(() -> absent(set.getFirst()));
        }
        return commits.usualBase()
                .map(tip -> compared(tip, "default of " + ORIGIN, head))
                .orElseGet(this::noDefault);
    }

    /** The remote's branch rather than a local one of that name, which may be long out of date. */
    private BaseBranch configured(String name, Optional<Revision> head) {
        return commits.ofRemote(name)
                .or(() -> commits.ofName(name))
                .map(tip -> compared(tip, CONFIGURATION, head))
                .orElseGet(() -> absent(CONFIGURATION, withoutRemote(name)));
    }

    private static String withoutRemote(String name) {
        return name.startsWith(ORIGIN + "/") ? name.substring(ORIGIN.length() + 1) : name;
    }

    private Optional<Revision> tip(BaseVariable variable) {
        String name = name(variable);
        if (!isBranchName(name)) {
            return variable.value() == BaseVariable.Value.REVISION ? commits.ofName(name) : Optional.empty();
        }
        return switch (variable.value()) {
            case BRANCH -> commits.ofRemote(name);
            case REVISION -> commits.ofName(name).or(() -> commits.ofRemote(name));
        };
    }

    /** Azure says {@code refs/heads/main}. */
    private String name(BaseVariable variable) {
        String value = environment.text(variable.name()).orElse("");
        return value.startsWith(Constants.R_HEADS) ? value.substring(Constants.R_HEADS.length()) : value;
    }

    private BaseBranch compared(Revision tip, String chosenBy, Optional<Revision> head) {
        if (head.isEmpty()) {
            return outOfReach("HEAD has no commit yet that could be compared with " + tip.name());
        }
        return objects.mergeBases(id(head.get()), id(tip)).stream()
                .findFirst()
                .<BaseBranch>map(fork -> new BaseBranch.Known(tip, new Revision("merge base", fork.name()), chosenBy))
                .orElseGet(() -> noFork(tip));
    }

    private BaseBranch noFork(Revision tip) {
        return outOfReach(
                objects.isShallow()
                        ? "this shallow clone does not reach back to where HEAD left %s: run 'git fetch --unshallow %s'"
                                .formatted(tip.name(), ORIGIN)
                        : "HEAD and %s have no commit in common".formatted(tip.name()));
    }

    private BaseBranch absent(BaseVariable variable) {
        String name = name(variable);
        if (!isBranchName(name)) {
            return outOfReach("%s names '%s', which is no branch: set it to the name of one, or give --base"
                    .formatted(variable.name(), name));
        }
        return absent(variable.name(), name);
    }

    private BaseBranch absent(String namedBy, String name) {
        // Spelled out, as a clone of a single branch would otherwise not keep what it fetched.
        String what = ObjectId.isId(name) ? name : name + ":" + Constants.R_REMOTES + ORIGIN + "/" + name;
        return outOfReach(
                "%s names '%s', which is not in this clone: run '%s %s'".formatted(namedBy, name, fetch(), what));
    }

    /** Without a remote there is no base; with one there is, and only this clone does not know it. */
    private BaseBranch noDefault() {
        List<String> fetched = List.of(repository.getConfig().getStringList("remote", ORIGIN, "fetch"));
        if (fetched.isEmpty()) {
            return BaseBranch.none();
        }
        boolean isWhole = fetched.stream().anyMatch(refs -> refs.contains("*"));
        return outOfReach("%s: run '%s%s && git remote set-head %s --auto'"
                .formatted(
                        isWhole
                                ? "the default branch of " + ORIGIN + " is not in this clone"
                                : "this clone has not all branches of " + ORIGIN,
                        isWhole ? "" : "git remote set-branches " + ORIGIN + " \"*\" && ",
                        fetch(),
                        ORIGIN));
    }

    private static boolean isBranchName(String name) {
        return Repository.isValidRefName(Constants.R_HEADS + name);
    }

    private String fetch() {
        return "git fetch " + (objects.isShallow() ? "--unshallow " : "") + ORIGIN;
    }

    private static BaseBranch outOfReach(String reason) {
        return new BaseBranch.NotRead(Obstacle.OUT_OF_REACH, reason);
    }

    private static ObjectId id(Revision revision) {
        return ObjectId.fromString(revision.commit());
    }
}
