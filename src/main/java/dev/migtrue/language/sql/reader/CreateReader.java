package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.Optional;
import java.util.Set;

/** Reads {@code CREATE} up to the name, and has the rest read by kind. */
final class CreateReader {

    /** What says how, or how well hidden, something is, and nothing that counts here. */
    private static final Set<String> SILENT = Set.of(
            "TRUSTED",
            "PROCEDURAL",
            "EDITIONABLE",
            "NONEDITIONABLE",
            "EDITIONING",
            "FORCE",
            "NO",
            "MULTISET",
            "PUBLIC",
            "CACHED",
            "MEMORY",
            "LINKED",
            "BITMAP",
            "CLUSTERED",
            "NONCLUSTERED",
            "COLUMNSTORE",
            "HASH",
            "SHARDED",
            "DUPLICATED",
            "BIGFILE",
            "SMALLFILE",
            "ONLINE",
            "OFFLINE",
            "IMMUTABLE",
            "BLOCKCHAIN",
            "PRIMARY");

    private final Cursor cursor;
    private final Found found;
    private final ObjectReader objects;

    CreateReader(Cursor cursor) {
        this.cursor = cursor;
        this.found = new Found(cursor);
        this.objects = new ObjectReader(cursor);
    }

    Optional<Action> read() {
        cursor.take("CREATE");
        while (prefix()) {
            // Each round takes at least one token.
        }
        return objects.kind().flatMap(this::named);
    }

    private boolean prefix() {
        if (cursor.isAt("SPATIAL", "REFERENCE") || cursor.isAt("FULLTEXT", "CATALOG")) {
            return false;
        }
        return found.take(Modifier.OR_REPLACE, "OR", "REPLACE")
                || found.take(Modifier.OR_ALTER, "OR", "ALTER")
                || temporary()
                || found.take(Modifier.UNLOGGED, "UNLOGGED")
                || found.take(Modifier.UNIQUE, "UNIQUE")
                || found.take(Modifier.FULLTEXT, "FULLTEXT")
                || found.take(Modifier.SPATIAL, "SPATIAL")
                || found.take(Modifier.CONSTRAINT, "CONSTRAINT")
                || found.take(Modifier.RECURSIVE, "RECURSIVE")
                || (cursor.isAt("AGGREGATE", "FUNCTION") && cursor.take("AGGREGATE"))
                || (cursor.isAt("DEFAULT", "CONVERSION") && cursor.take("DEFAULT"))
                || (cursor.isAt("XML", "INDEX") && cursor.take("XML"))
                || security()
                || cursor.takeAny(SILENT);
    }

    private boolean temporary() {
        int start = cursor.at();
        boolean hasScope = cursor.takeAny(Set.of("GLOBAL", "LOCAL", "PRIVATE"));
        boolean isTemporary = cursor.take("TEMPORARY") || cursor.take("TEMP");
        if (isTemporary) {
            found.add(Modifier.TEMPORARY, start);
        }
        return hasScope || isTemporary;
    }

    /** Under whose rights something runs, as MySQL writes it. */
    private boolean security() {
        if (cursor.take("SQL", "SECURITY")) {
            cursor.next();
            return true;
        }
        if (cursor.take("ALGORITHM")) {
            cursor.takeSign('=');
            cursor.next();
            return true;
        }
        if (cursor.take("DEFINER")) {
            cursor.takeSign('=');
            objects.name(ObjectKind.USER);
            return true;
        }
        return false;
    }

    private Optional<Action> named(ObjectKind kind) {
        found.take(Modifier.CONCURRENTLY, "CONCURRENTLY");
        found.takeIfNotExists();
        return switch (kind) {
            case INDEX -> Optional.of(index());
            case SCHEMA -> Optional.of(schema());
            case STATISTICS -> statistics();
            case TABLE, FOREIGN_TABLE, EXTERNAL_TABLE -> cursor.name().map(name -> table(kind, name));
            default -> objects.name(kind).map(name -> create(kind, name));
        };
    }

    private Action table(ObjectKind kind, Mention name) {
        Definition.Table table = new TableReader(cursor, found).read();
        return new Action.Create(kind, found.modifiers(), Optional.of(name), Optional.empty(), table);
    }

    private Action index() {
        int start = cursor.at();
        boolean isUnnamed = cursor.isAt("ON");
        Optional<Mention> name = isUnnamed ? Optional.empty() : cursor.name();
        found.takeIfNotExists();
        while (!cursor.isAtEnd() && !cursor.isAt("ON") && !cursor.isSign('(')) {
            cursor.next();
        }
        Optional<Mention> on = objects.on(ObjectKind.INDEX);
        Definition.Index index = new Definition.Index(new IndexReader(cursor).keys(name, found, start));
        return new Action.Create(ObjectKind.INDEX, found.modifiers(), name, on, index);
    }

    private Action schema() {
        Optional<Mention> name = cursor.isAt("AUTHORIZATION") ? Optional.empty() : cursor.name();
        Optional<Mention> owner = cursor.take("AUTHORIZATION") ? objects.name(ObjectKind.ROLE) : Optional.empty();
        Definition.Schema schema = new SchemaReader(cursor).read();
        return new Action.Create(ObjectKind.SCHEMA, found.modifiers(), name.or(() -> owner), Optional.empty(), schema);
    }

    private Optional<Action> statistics() {
        Optional<Mention> name = cursor.isAt("ON") ? Optional.empty() : cursor.name();
        int start = cursor.at();
        cursor.across(Set.of("FROM"));
        Optional<Mention> on = cursor.take("FROM") ? cursor.name() : Optional.empty();
        cursor.rest();
        return Optional.of(new Action.Create(
                ObjectKind.STATISTICS, found.modifiers(), name, on, new Definition.Other(cursor.since(start))));
    }

    private Action create(ObjectKind kind, Mention name) {
        found.takeIfNotExists();
        DefinitionReader.Read read = new DefinitionReader(cursor, found, objects).read(kind);
        return new Action.Create(kind, found.modifiers(), Optional.of(name), read.on(), read.definition());
    }
}
