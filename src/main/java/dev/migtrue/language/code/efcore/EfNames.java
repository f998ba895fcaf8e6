package dev.migtrue.language.code.efcore;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** What the arguments of an operation name, as SQL writes it. */
record EfNames(Identifiers identifiers) {

    boolean isMysql() {
        return identifiers.dialect() == Dialect.MYSQL || identifiers.dialect() == Dialect.MARIADB;
    }

    boolean isSqlite() {
        return identifiers.dialect() == Dialect.SQLITE;
    }

    boolean isSqlServer() {
        return identifiers.dialect() == Dialect.SQL_SERVER;
    }

    static Optional<String> text(Arguments given, String name) {
        return given.keyword(name).flatMap(Values::text);
    }

    /** The name of what is made, changed or dropped: it stands first, if without its own name. */
    static Optional<String> name(Arguments given) {
        return given.text(0, "name");
    }

    /** The table that it belongs to, as it is called. */
    static Optional<String> bareTable(Arguments given) {
        return text(given, "table").or(() -> given.text(1, "table"));
    }

    Optional<String> table(Arguments given) {
        return bareTable(given).map(table -> identifiers.of(text(given, "schema"), table));
    }

    /** Of a table that is itself what is made or dropped. */
    Optional<String> itself(Arguments given) {
        return name(given).map(table -> identifiers.of(text(given, "schema"), table));
    }

    /** A column, or several, with commas between. */
    Optional<String> columns(Arguments given, int place, String one, String several) {
        return bareColumns(given, place, one, several).map(identifiers::of);
    }

    static Optional<List<String>> bareColumns(Arguments given, int place, String one, String several) {
        return given.keyword(one)
                .or(() -> given.keyword(several))
                .or(() -> given.get(place, one))
                .flatMap(Values::texts)
                .filter(columns -> !columns.isEmpty());
    }
}
