package dev.migtrue.language.code.efcore;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import java.util.Optional;

/** Constraints as statements of their own. */
record EfConstraints(EfNames names) {

    /** Absent where it is none of these operations, or its arguments are known only when it runs. */
    Optional<String> of(String operation, Arguments given) {
        return switch (operation) {
            case "AddPrimaryKey" -> added(given, columns(given).map(list -> "PRIMARY KEY (" + list + ")"));
            case "AddUniqueConstraint" -> added(given, columns(given).map(list -> "UNIQUE (" + list + ")"));
            case "AddCheckConstraint", "CreateCheckConstraint" ->
                added(given, given.text(2, "sql").map(sql -> "CHECK (" + sql + ")"));
            case "AddForeignKey" ->
                added(
                        given,
                        columns(given)
                                .flatMap(list ->
                                        references(names, given).map(target -> "FOREIGN KEY (" + list + ")" + target)));
            case "DropPrimaryKey" -> names.isMysql() ? dropped(given, "PRIMARY KEY") : constraint(given);
            case "DropForeignKey" -> names.isMysql() ? named(given, "FOREIGN KEY ") : constraint(given);
            case "DropUniqueConstraint" -> names.isMysql() ? named(given, "INDEX ") : constraint(given);
            case "DropCheckConstraint" -> constraint(given);
            default -> Optional.empty();
        };
    }

    static boolean isOne(String operation) {
        return operation.matches("(?:Add|Drop|Create)(?:PrimaryKey|ForeignKey|UniqueConstraint|CheckConstraint)");
    }

    private Optional<String> columns(Arguments given) {
        return names.columns(given, 2, "column", "columns");
    }

    private Optional<String> added(Arguments given, Optional<String> body) {
        return names.table(given)
                .flatMap(table -> body.map(text -> "ALTER TABLE " + table + " ADD "
                        + EfNames.name(given)
                                .map(name -> "CONSTRAINT " + names.identifiers().of(name) + " ")
                                .orElse("")
                        + text));
    }

    private Optional<String> constraint(Arguments given) {
        return named(given, "CONSTRAINT ");
    }

    private Optional<String> named(Arguments given, String word) {
        return EfNames.name(given)
                .flatMap(name -> dropped(given, word + names.identifiers().of(name)));
    }

    private Optional<String> dropped(Arguments given, String what) {
        return names.table(given).map(table -> "ALTER TABLE " + table + " DROP " + what);
    }

    /** What a foreign key points at. */
    static Optional<String> references(EfNames names, Arguments given) {
        String columns = names.columns(given, Integer.MAX_VALUE, "principalColumn", "principalColumns")
                .map(list -> " (" + list + ")")
                .orElse("");
        return EfNames.text(given, "principalTable")
                .map(table -> " REFERENCES "
                        + names.identifiers().of(EfNames.text(given, "principalSchema"), table) + columns
                        + action(given, "onDelete", " ON DELETE ") + action(given, "onUpdate", " ON UPDATE "));
    }

    private static String action(Arguments given, String name, String clause) {
        Optional<Value> action = given.keyword(name);
        return switch (action.map(Values::lastName).orElse("")) {
            case "Cascade" -> clause + "CASCADE";
            case "SetNull" -> clause + "SET NULL";
            case "SetDefault" -> clause + "SET DEFAULT";
            case "Restrict" -> clause + "RESTRICT";
            default -> "";
        };
    }
}
