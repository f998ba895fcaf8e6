package dev.migtrue.gather.road;

import dev.migtrue.language.effect.Account;
import dev.migtrue.language.schema.Road;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.Tally;
import dev.migtrue.language.sql.rerun.Chronicle;
import dev.migtrue.language.sql.rerun.Server;
import dev.migtrue.model.FileText;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Span;
import dev.migtrue.system.Layout;
import dev.migtrue.system.OwnRun;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Follows the texts of the migrations, and runs nothing. What it leads to is a part of the schema. */
public final class SymbolicRoad implements SchemaRoad {

    private static final String SQL = ".sql";

    @Override
    public Road road() {
        return Road.SYMBOLIC;
    }

    @Override
    public Answer answer(Inquiry inquiry) {
        long told = inquiry.projects().stream()
                .mapToLong(project -> project.copies().size())
                .sum();
        return follows(inquiry.dialect())
                ? new Answer.Followed(
                        account(inquiry, List.of()),
                        "the texts of %d migration%s".formatted(told, told == 1 ? "" : "s"))
                : new Answer.Unable("what %s calls its objects is not followed".formatted(inquiry.kind()));
    }

    /** Whether it is known what such a database calls the objects that a text makes. */
    public static boolean follows(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL, MYSQL, MARIADB, SQLITE, H2 -> true;
            case SQL_SERVER, ORACLE, ANSI -> false;
        };
    }

    /**
     * What migrations left there.
     *
     * @param found what those do that have no file any more and whose text was found elsewhere; told last
     */
    public static Account account(Inquiry inquiry, List<FoundProgram> found) {
        Dialect dialect = inquiry.dialect();
        boolean isFromStart = inquiry.projects().stream().allMatch(SymbolicRoad::isFromStart);
        Chronicle chronicle = new Chronicle(
                Server.of(dialect), isFromStart ? Chronicle.Beginning.EMPTY : Chronicle.Beginning.UNKNOWN);
        for (AppliedProject project : inquiry.projects()) {
            chronicle.given(
                    dialect.names().plain(project.layout().versionTable().name()));
            project.copies().forEach(copy -> tell(chronicle, project, copy, dialect));
        }
        found.forEach(one -> chronicle.tell(one.migration(), one.path(), one.program()));
        boolean isAll = isFromStart
                && inquiry.projects().stream()
                        .allMatch(project -> project.failed().isEmpty() && !hasCallbacks(project));
        return Account.of(chronicle, dialect, inquiry.home(), isAll ? Account.Scope.ALL : Account.Scope.SOME);
    }

    /** What Flyway runs beside migrations makes objects as well, and is not followed. */
    private static boolean hasCallbacks(AppliedProject project) {
        return project.layout().ownRun() instanceof OwnRun.Flyway flyway
                && !project.copies().isEmpty()
                && !flyway.callbacks(project.copies().getLast().tree()).isEmpty();
    }

    /** Where the first of all was not run, others made what it makes. */
    private static boolean isFromStart(AppliedProject project) {
        if (project.prehistory().isPresent()) {
            return false;
        }
        Optional<Migration> first = project.copies().stream()
                .findFirst()
                .flatMap(copy -> project.layout().history(copy.tree()).migrations().stream()
                        .findFirst());
        return first.map(migration -> project.copies().stream()
                        .anyMatch(copy -> copy.migration().id().equals(migration.id())))
                .orElse(true);
    }

    private static void tell(Chronicle chronicle, AppliedProject project, AppliedCopy copy, Dialect dialect) {
        Migration migration = copy.migration();
        Optional<Program> program = isFollowed(copy, dialect)
                ? project.layout().program(migration, copy.tree(), dialect)
                : Optional.empty();
        Optional<String> text = program.isPresent() ? Optional.empty() : text(copy);
        program.ifPresent(read -> {
            chronicle.tell(migration.id(), migration.at().path(), read);
            ofUngenerated(project, copy, read)
                    .ifPresent(words ->
                            chronicle.tell(migration.id(), migration.at().path(), words));
        });
        text.ifPresent(read -> chronicle.tell(migration.id(), migration.at().path(), read));
        if (program.isEmpty() && text.isEmpty()) {
            chronicle.tellUnread(migration.id(), migration.at().path());
        }
        if (project.layout().naming() == Layout.Naming.OF_COLUMNS) {
            chronicle.tellOwnNames(migration.id(), migration.at().path());
        }
    }

    /** The lines of a changeset of which Liquibase tells no statements: it names what it makes, the reason for its silence does not. */
    private static Optional<String> ofUngenerated(AppliedProject project, AppliedCopy copy, Program program) {
        if (!(project.layout().ownRun() instanceof OwnRun.Liquibase)
                || Tally.of(program).notUnderstood() == 0) {
            return Optional.empty();
        }
        Span span = copy.migration().at().span();
        return text(copy)
                .map(whole -> whole.lines()
                        .skip(span.startLine() - 1L)
                        .limit(span.endLine() - span.startLine() + 1L)
                        .collect(Collectors.joining("\n")));
    }

    private static boolean isFollowed(AppliedCopy copy, Dialect dialect) {
        return !copy.migration().at().path().name().endsWith(SQL)
                || text(copy).filter(text -> DottedNames.areIn(text, dialect)).isEmpty();
    }

    private static Optional<String> text(AppliedCopy copy) {
        return copy.tree()
                .text(copy.migration().at().path())
                .flatMap(file ->
                        file instanceof FileText.Decoded decoded ? Optional.of(decoded.text()) : Optional.empty());
    }
}
