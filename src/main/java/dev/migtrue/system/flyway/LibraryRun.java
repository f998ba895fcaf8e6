package dev.migtrue.system.flyway;

import dev.migtrue.model.Ordering;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.OwnRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How Flyway itself would run the migrations of these folders. */
record LibraryRun(Settings settings, List<RepoPath> folders) implements OwnRun.Flyway {

    private static final Pattern CALLBACK = Pattern.compile("(?:before|after|create)[A-Za-z]*(?:__.*)?");

    LibraryRun {
        folders = List.copyOf(folders);
    }

    @Override
    public Map<String, String> configuration() {
        Map<String, String> keys = new HashMap<>();
        Naming naming = settings.naming();
        keys.put("flyway.sqlMigrationPrefix", naming.versioned());
        keys.put("flyway.repeatableSqlMigrationPrefix", naming.repeatable());
        keys.put("flyway.sqlMigrationSeparator", naming.separator());
        keys.put("flyway.sqlMigrationSuffixes", String.join(",", naming.suffixes()));
        keys.put("flyway.table", settings.table());
        keys.put("flyway.executeInTransaction", String.valueOf(settings.isInTransaction()));
        keys.put("flyway.outOfOrder", String.valueOf(settings.ordering() == Ordering.LENIENT));
        keys.put(
                "flyway.placeholderReplacement",
                String.valueOf(settings.placeholders().isPresent()));
        settings.schema().ifPresent(schema -> keys.put("flyway.defaultSchema", schema));
        settings.placeholders().ifPresent(some -> {
            keys.put("flyway.placeholderPrefix", some.prefix());
            keys.put("flyway.placeholderSuffix", some.suffix());
            keys.put("flyway.placeholderSeparator", some.separator());
            some.values().forEach((name, value) -> keys.put("flyway.placeholders." + name, value));
        });
        return keys;
    }

    @Override
    public String baselinePrefix() {
        return settings.naming().baseline();
    }

    @Override
    public Optional<String> text(RepoPath file, Tree tree) {
        return new Fingerprints(settings, tree).text(file);
    }

    @Override
    public List<RepoPath> callbacks(Tree tree) {
        return folders.stream()
                .flatMap(folder -> tree.filesUnder(folder).stream())
                .distinct()
                .filter(file -> settings.naming()
                        .sqlStem(file.name())
                        .filter(stem -> CALLBACK.matcher(stem).matches()
                                && settings.naming().sql(file.name()).isEmpty())
                        .isPresent())
                .sorted()
                .toList();
    }

    @Override
    public boolean isSql(RepoPath file) {
        return settings.naming().sqlStem(file.name()).isPresent();
    }
}
