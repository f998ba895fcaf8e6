package dev.migtrue.system.liquibase;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.FileText;
import dev.migtrue.model.GeneratedSql;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Span;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changesets do. One that is SQL is read as it stands in its file; of others Liquibase writes the SQL.
 *
 * @param generated the SQL that Liquibase writes for a changeset, on what it calls a database
 */
record Programs(Tree tree, BiFunction<Walk.Found, String, GeneratedSql> generated) {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    /** What Liquibase calls the databases of a dialect; of the standard it knows nothing, and PostgreSQL is near to it. */
    private static final Map<Dialect, String> NAMES = Map.of(
            Dialect.POSTGRESQL, "postgresql",
            Dialect.MYSQL, "mysql",
            Dialect.MARIADB, "mariadb",
            Dialect.SQLITE, "sqlite",
            Dialect.SQL_SERVER, "mssql",
            Dialect.ORACLE, "oracle",
            Dialect.H2, "h2",
            Dialect.ANSI, "postgresql");

    Program of(Walk.Found found, Dialect project) {
        Dialect dialect = project == Dialect.ANSI ? named(found).orElse(project) : project;
        String database = NAMES.getOrDefault(dialect, "postgresql");
        ChangeSet changeSet = found.changeSet();
        boolean isForIt = dialect == Dialect.ANSI || !found.when().excludes(database);
        List<Operation> all = isForIt ? operations(found, database) : List.of();
        List<Operation> guarded = changeSet
                .running()
                .unless()
                .filter(guard -> !all.isEmpty())
                .<List<Operation>>map(guard -> List.of(new Operation.Guarded(guard, all, List.of(), changeSet.at())))
                .orElse(all);
        return new Program(dialect, changeSet.running().mode(), guarded);
    }

    /** The one kind of database that a changeset is for, where it names one. */
    private static Optional<Dialect> named(Walk.Found found) {
        List<Dialect> named = NAMES.entrySet().stream()
                .filter(entry -> entry.getKey() != Dialect.ANSI
                        && When.words(found.when().databases()).contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    private List<Operation> operations(Walk.Found found, String database) {
        if (ChangelogFile.isSql(found.file())) {
            return text(found.file()).stream()
                    .<Operation>map(text ->
                            new Operation.Written(text, place(found.changeSet().at(), text)))
                    .toList();
        }
        Span at = found.changeSet().at();
        return switch (generated.apply(found, database)) {
            case GeneratedSql.Statements written ->
                written.statements().stream()
                        .<Operation>map(statement -> new Operation.Called(statement, at))
                        .toList();
            case GeneratedSql.NotGenerated none -> List.of(new Operation.Unrecognized(none.reason(), at));
        };
    }

    private Optional<String> text(RepoPath file) {
        return tree.text(file)
                .flatMap(read ->
                        read instanceof FileText.Decoded decoded ? Optional.of(decoded.text()) : Optional.empty());
    }

    /** The lines of a changeset, or the whole of a file that is one. */
    private static Place place(Span at, String text) {
        if (at.equals(Span.START)) {
            return new Place(0, text.length());
        }
        int line = 1;
        int start = 0;
        Matcher ends = LINE_END.matcher(text);
        while (ends.find()) {
            if (line == at.endLine()) {
                return new Place(start, ends.start());
            }
            line++;
            start = line == at.startLine() ? ends.end() : start;
        }
        return new Place(start, text.length());
    }
}
