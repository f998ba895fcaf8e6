package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tools that run migrations of Node.js: the first whose words a file has is taken to be its own. */
enum NodeTool {
    TYPEORM(
            "\\bMigrationInterface\\b|\\bqueryRunner\\b",
            "(?m)^\\s*(?:public\\s+|readonly\\s+)*transaction\\s*=\\s*false",
            TypeOrm::new,
            TypeOrm.RUNNER),
    MIKRO("@mikro-orm/|\\bthis\\.addSql\\b", "\\bisTransactional\\b", (text, mode) -> call -> Optional.empty()),
    PG_MIGRATE(
            "node-pg-migrate|\\bpgm\\b|\\bMigrationBuilder\\b",
            "\\.noTransaction\\(",
            PgMigrate::new,
            PgMigrate.BUILDER),
    SEQUELIZE("\\bqueryInterface\\b|(?i)\\bsequelize\\b", ".", Sequelize::new, Sequelize.INTERFACE, Sequelize.TYPES),
    KNEX(
            "\\b[kK]nex\\b|\\.schema\\s*\\.\\s*(?:createTable|alterTable|table|dropTable|hasTable|hasColumn|raw|renameTable)|\\.(?:into|whereIn|whereNull|whereRaw|onConflict)\\(",
            "\\btransaction\\s*:\\s*false",
            Knex::new,
            Knex.CONNECTION),
    /** One that brings nothing of its own: SQL is handed to the driver. */
    PLAIN("", ".", (text, mode) -> call -> Optional.empty(), Drivers.DATABASE);

    private final Pattern words;
    private final Pattern alone;

    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<SchemaText, Mode, Library> library;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Value> handed;

    /**
     * @param words of which one stands in its files
     * @param alone what a file says that is run without a transaction; a dot where none has one
     * @param handed to the function that migrates
     */
    NodeTool(String words, String alone, BiFunction<SchemaText, Mode, Library> library, Value... handed) {
        this.words = Pattern.compile(words);
        this.alone = Pattern.compile(alone);
        this.library = library;
        this.handed = List.of(handed);
    }

    static NodeTool of(String text) {
        return Stream.of(values())
                .filter(tool -> tool.words.matcher(text).find())
                .findFirst()
                .orElse(PLAIN);
    }

    Library library(Dialect dialect, Mode mode) {
        return library.apply(new SchemaText(dialect), mode);
    }

    Mode mode(String text, Dialect dialect) {
        return alone.matcher(text).find() ? Mode.STATEMENT_BY_STATEMENT : Mode.whereDefinitionsRollBack(dialect);
    }

    /** What a function that migrates is called with. */
    Value[] handed() {
        return handed.toArray(Value[]::new);
    }
}
