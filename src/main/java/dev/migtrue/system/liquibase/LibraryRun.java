package dev.migtrue.system.liquibase;

import dev.migtrue.model.Migration;
import dev.migtrue.model.Tree;
import dev.migtrue.system.OwnRun;
import dev.migtrue.system.liquibase.library.ParsedChangeSet;
import java.util.Optional;
import java.util.function.Function;

/** How Liquibase itself would run the changesets of one root. */
record LibraryRun(Settings settings, Function<Tree, Understood> understood) implements OwnRun.Liquibase {

    @Override
    public String table() {
        return settings.table();
    }

    @Override
    public Optional<String> schema() {
        return settings.home();
    }

    @Override
    public Optional<ParsedChangeSet> changeSet(Migration migration, Tree tree, String dialect) {
        return understood.apply(tree).changeSet(migration, dialect);
    }

    @Override
    public boolean isCode(Migration migration, Tree tree) {
        return understood.apply(tree).isCode(migration);
    }

    @Override
    public Optional<String> unknownValue(Migration migration, Tree tree) {
        return understood.apply(tree).unknownValue(migration);
    }
}
