package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of columns as SQL. */
record AlterText(Identifiers names) {

    Optional<List<String>> of(Arguments given) {
        Optional<String> table = new OperationText(names).table(0, given);
        Optional<String> column = given.text(1, "column_name");
        if (table.isEmpty() || column.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> renamed =
                given.keyword("new_column_name").or(() -> given.keyword("name")).flatMap(Values::text);
        String alter = "ALTER TABLE " + table.get() + " ";
        String name = names.of(column.get());
        List<String> statements = new ArrayList<>(
                switch (names.dialect()) {
                    case MYSQL, MARIADB -> modified(alter, name, given);
                    case SQL_SERVER -> restated(alter + "ALTER COLUMN " + name, given);
                    // The table is made anew, with the column as it is wanted: twice is as good as once.
                    case SQLITE -> List.<String>of();
                    default -> each(alter + "ALTER COLUMN " + name, given);
                });
        renamed.filter(now -> !now.equals(column.get()))
                .ifPresent(now -> statements.add(
                        names.dialect() == Dialect.SQL_SERVER
                                ? "EXEC sp_rename '%s.%s', '%s', 'COLUMN'".formatted(table.get(), column.get(), now)
                                : alter + "RENAME COLUMN " + name + " TO " + names.of(now)));
        return Optional.of(statements);
    }

    private List<String> each(String alter, Arguments given) {
        List<String> statements = new ArrayList<>();
        if (given.isTrue("nullable")) {
            statements.add(alter + " DROP NOT NULL");
        }
        given.keyword("type_")
                .ifPresent(type -> statements.add(alter + " TYPE " + new TypeText(names.dialect()).of(type)
                        + given.keyword("postgresql_using")
                                .flatMap(Values::text)
                                .map(using -> " USING " + using)
                                .orElse("")));
        given.keyword("server_default")
                .filter(AlterText::isSet)
                .ifPresent(value -> statements.add(alter
                        + ColumnText.standard(value)
                                .map(sql -> " SET DEFAULT " + sql)
                                .orElse(" DROP DEFAULT")));
        if (given.isFalse("nullable")) {
            statements.add(alter + " SET NOT NULL");
        }
        return statements;
    }

    /** {@code False} says that it stays as it is. */
    private static boolean isSet(Value value) {
        return !value.equals(new Value.Truth(false));
    }

    private List<String> modified(String alter, String name, Arguments given) {
        boolean isChanged = given.keyword("type_").isPresent()
                || given.keyword("nullable").isPresent()
                || given.keyword("server_default").filter(AlterText::isSet).isPresent();
        return isChanged ? List.of(alter + "MODIFY " + name + " " + stated(given)) : List.of();
    }

    private List<String> restated(String alter, Arguments given) {
        boolean isChanged =
                given.keyword("type_").isPresent() || given.keyword("nullable").isPresent();
        return isChanged ? List.of(alter + " " + stated(given)) : List.of();
    }

    private String stated(Arguments given) {
        String type = given.keyword("type_")
                .or(() -> given.keyword("existing_type"))
                .map(new TypeText(names.dialect())::of)
                .orElse("TEXT");
        boolean isRequired = given.keyword("nullable")
                .or(() -> given.keyword("existing_nullable"))
                .filter(new Value.Truth(false)::equals)
                .isPresent();
        String standard = given.keyword("server_default")
                .or(() -> given.keyword("existing_server_default"))
                .filter(AlterText::isSet)
                .flatMap(ColumnText::standard)
                .map(sql -> " DEFAULT " + sql)
                .orElse("");
        return type + (isRequired ? " NOT NULL" : "") + (names.dialect() == Dialect.SQL_SERVER ? "" : standard);
    }
}
