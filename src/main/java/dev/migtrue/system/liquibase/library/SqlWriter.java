package dev.migtrue.system.liquibase.library;

import dev.migtrue.model.GeneratedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.exception.LiquibaseException;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.SqlStatement;

/** Writes the SQL of one changeset for a database that is not there. */
final class SqlWriter {

    private final ChangeSet changeSet;
    private final Database database;
    private final List<String> statements = new ArrayList<>();

    SqlWriter(ChangeSet changeSet, Database database) {
        this.changeSet = changeSet;
        this.database = database;
    }

    GeneratedSql write(String dialect) throws LiquibaseException {
        database.setObjectQuotingStrategy(changeSet.getObjectQuotingStrategy());
        for (Change change : changeSet.getChanges()) {
            boolean isBookkeeping = change instanceof TagDatabaseChange;
            if (isForIt(change) && !isBookkeeping) {
                change.finishInitialization();
                Optional<String> obstacle = obstacle(change).or(() -> add(change));
                if (obstacle.isPresent()) {
                    return new GeneratedSql.NotGenerated(obstacle.get());
                }
            }
        }
        return new GeneratedSql.Statements(dialect, statements);
    }

    private boolean isForIt(Change change) {
        return !(change instanceof DbmsTargetedChange targeted)
                || DatabaseList.definitionMatches(targeted.getDbms(), database, true);
    }

    /** Why a change cannot be written. */
    private Optional<String> obstacle(Change change) {
        String name = change.getSerializedObjectName();
        if (change instanceof LoadDataChange) {
            return Optional.of("'%s' asks the database for the types of columns".formatted(name));
        }
        if (!change.supports(database)) {
            return Optional.of("'%s' is not for %s".formatted(name, database.getShortName()));
        }
        if (change.generateStatementsVolatile(database)) {
            return Optional.of("'%s' depends on what the database holds".formatted(name));
        }
        ValidationErrors errors = change.validate(database);
        return errors.hasErrors()
                ? Optional.of("'%s' is refused: %s"
                        .formatted(name, errors.getErrorMessages().getFirst()))
                : Optional.empty();
    }

    private Optional<String> add(Change change) {
        SqlGeneratorFactory generators = SqlGeneratorFactory.getInstance();
        for (SqlStatement statement : change.generateStatements(database)) {
            if (statement instanceof ExecutablePreparedStatement) {
                return Optional.of("'%s' sends values beside its text".formatted(change.getSerializedObjectName()));
            }
            for (Sql sql : Objects.requireNonNullElse(generators.generateSql(statement, database), new Sql[0])) {
                statements.add(modified(sql.toSql()));
            }
        }
        return Optional.empty();
    }

    private String modified(String sql) {
        String modified = sql;
        for (SqlVisitor visitor : changeSet.getSqlVisitors()) {
            modified = visitor.modifySql(modified, database);
        }
        return modified;
    }
}
