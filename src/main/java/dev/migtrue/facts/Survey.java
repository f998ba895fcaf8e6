package dev.migtrue.facts;

import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Revision;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One run's whole reading: the commits and databases that were looked at, and the facts of each project found.
 *
 * @param head the commit that HEAD names; absent before the first commit
 * @param baseBranch the branch to be merged into
 * @param targets where each database is; one whose address is not known is not among them
 * @param projects in the order of their roots
 */
public record Survey(
        Optional<Revision> head,
        BaseBranch baseBranch,
        SequencedMap<DatabaseName, Target> targets,
        List<Facts> projects) {

    public Survey {
        targets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(targets));
        projects = List.copyOf(projects);
    }

    /** The newest commit of the branch to be merged into; absent when it was not looked at. */
    public Optional<Revision> base() {
        return baseBranch.newest();
    }

    /** The databases that were named, whether they could be read or not. */
    public Set<DatabaseName> databases() {
        return projects.stream()
                .flatMap(facts -> facts.databases().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Whether it was looked at what any of the databases are made of. */
    public boolean looksAtSchemas() {
        return projects.stream()
                .anyMatch(facts -> !facts.circumstances().schemas().isEmpty());
    }

    /** This reading with the facts of each project seen in another way. */
    public Survey seen(UnaryOperator<Facts> view) {
        return new Survey(head, baseBranch, targets, projects.stream().map(view).toList());
    }
}
