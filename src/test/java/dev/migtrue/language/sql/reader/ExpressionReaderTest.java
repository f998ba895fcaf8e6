package dev.migtrue.language.sql.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.ddl.Expression;
import dev.migtrue.language.sql.ddl.Mention;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a + t.b * 2                                     | [a, t.b]   | []",
                "lower(a) + 'b' + now()                          | [a]        | [lower, now]",
                "CASE WHEN a IS NULL THEN CURRENT_TIMESTAMP END  | [a]        | [current_timestamp]",
                "a::numeric(3)::text                             | [a]        | []",
                "(SELECT max(b) + t.c FROM u WHERE d = app.f(1)) | [t.c]      | [max, app.f]",
                "a BETWEEN 1 AND \"B\"                           | [a, B]     | []"
            })
    void saysWhatItIsMadeFrom(String text, String names, String calls) {
        Clause clause =
                Script.of(text, Dialect.POSTGRESQL).statements().getFirst().content();
        Expression expression = ExpressionReader.read(clause, Dialect.POSTGRESQL);
        assertThat(expression.names()).extracting(Mention::toString).hasToString(names);
        assertThat(expression.calls()).extracting(Mention::toString).hasToString(calls);
    }
}
