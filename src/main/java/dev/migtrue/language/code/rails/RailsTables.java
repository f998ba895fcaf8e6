package dev.migtrue.language.code.rails;

import static java.util.Map.entry;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.rails.RailsStatements.Maker;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements about whole tables, but for those that make them. */
record RailsTables(Identifiers identifiers) {

    Map<String, Maker> makers() {
        return Map.ofEntries(
                entry("drop_table", this::dropped),
                entry("drop_join_table", this::unjoined),
                entry("rename_table", this::renamed),
                entry("change_table_comment", this::commented));
    }

    private Optional<List<Operation>> dropped(Arguments given, Span at) {
        Optional<List<String>> tables = RailsStatements.words(given);
        return tables.filter(names -> !names.isEmpty())
                .map(names -> names.stream().map(name -> drop(name, given, at)).toList());
    }

    private Operation drop(String name, Arguments given, Span at) {
        boolean isCascading =
                RailsStatements.text(given, "force").filter("cascade"::equals).isPresent();
        return new Operation.Called(
                "DROP TABLE " + (given.isTrue("if_exists") ? "IF EXISTS " : "")
                        + RailsStatements.table(identifiers, name) + (isCascading ? " CASCADE" : ""),
                at);
    }

    private Optional<List<Operation>> unjoined(Arguments given, Span at) {
        return RailsTable.joined(given).map(name -> List.of(drop(name, given, at)));
    }

    private Optional<List<Operation>> renamed(Arguments given, Span at) {
        return given.text(0, "")
                .flatMap(old -> given.text(1, "")
                        .flatMap(now -> RailsStatements.one(
                                "ALTER TABLE " + RailsStatements.table(identifiers, old) + " RENAME TO "
                                        + RailsStatements.table(identifiers, now),
                                at)));
    }

    private Optional<List<Operation>> commented(Arguments given, Span at) {
        return given.text(0, "").flatMap(name -> comment(RailsStatements.table(identifiers, name), given, at));
    }

    private Optional<List<Operation>> comment(String table, Arguments given, Span at) {
        String words = given.keyword("to")
                .or(() -> given.get(1, "comment"))
                .filter(value -> Values.text(value).isPresent())
                .flatMap(Execute::quoted)
                .orElse("NULL");
        return switch (identifiers.dialect()) {
            case POSTGRESQL, ORACLE -> RailsStatements.one("COMMENT ON TABLE " + table + " IS " + words, at);
            case MYSQL, MARIADB -> RailsStatements.one("ALTER TABLE " + table + " COMMENT " + words, at);
            default -> Optional.of(List.of());
        };
    }
}
