package dev.migtrue.system.keyed;

import dev.migtrue.model.DescribedTool;
import dev.migtrue.model.DescribedTool.Rows;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.MigrationSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tools that a project describes, as rows like those of {@link KeyedTools}. */
public final class Described {

    /** Nothing is known of how names end; so every name may be one. */
    private static final List<String> ANY_ENDING = List.of("");

    private Described() {}

    /**
     * A tool used in one place.
     *
     * @param name what the project calls it
     * @param root the folder it is used in
     * @param folders where its migrations lie
     */
    public static MigrationSystem system(String name, RepoPath root, List<RepoPath> folders, DescribedTool tool) {
        return new KeyedSystem(new KeyedTool(
                name,
                new FileNames(ANY_ENDING, tool.files(), tool.key(), Optional.empty()),
                Signs.names(new GivenFolders(root, folders)),
                tool.ordering(),
                ledger(tool),
                List.of(),
                "a clean checkout has none of it, and whether %s says so there is not known".formatted(name)));
    }

    private static Ledger ledger(DescribedTool tool) {
        return switch (tool.rows()) {
            case Rows.Each each ->
                new Ledger.RowEach(
                        table(tool, columns(each.key(), each.success()), each.time(), each.key()),
                        each.key(),
                        each.success(),
                        each.time());
            case Rows.Last last ->
                new Ledger.LastRow(
                        table(tool, columns(last.key(), Optional.of(last.flag())), last.time(), last.orderBy()),
                        last.key(),
                        last.flag(),
                        last.time());
            case Rows.Pointer pointer ->
                new Ledger.Pointer(
                        table(tool, columns(pointer.key(), pointer.dirty()), Optional.empty(), pointer.key()),
                        pointer.key(),
                        pointer.dirty());
        };
    }

    private static VersionTable table(DescribedTool tool, List<String> needed, Optional<String> time, String orderBy) {
        List<String> required = new ArrayList<>(needed);
        if (!required.contains(orderBy)) {
            required.add(orderBy);
        }
        int dot = tool.table().indexOf('.');
        return new VersionTable(
                dot < 0 ? Optional.empty() : Optional.of(tool.table().substring(0, dot)),
                tool.table().substring(dot + 1),
                required,
                time.filter(column -> !required.contains(column)).stream().toList(),
                List.of(orderBy));
    }

    private static List<String> columns(String key, Optional<String> other) {
        List<String> columns = new ArrayList<>(List.of(key));
        other.filter(column -> !column.equals(key)).ifPresent(columns::add);
        return columns;
    }
}
