package dev.migtrue.gather.database;

import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Sends statements as they are. Names that were found in a database stand in them, and JDBI's own parser would take a
 * colon in a name for a parameter. A statement has either such names or parameters, written {@code ?}, never both.
 */
final class VerbatimSql implements SqlParser {

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        boolean hasParameters = !context.getBinding().isEmpty();
        int parameters = hasParameters ? (int) sql.chars().filter(c -> c == '?').count() : 0;
        return ParsedSql.of(sql, ParsedParameters.positional(parameters));
    }

    @Override
    public String nameParameter(String rawName, StatementContext context) {
        throw new UnsupportedOperationException("parameters have no names here");
    }
}
