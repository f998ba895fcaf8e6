package dev.migtrue.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.Change;
import dev.migtrue.model.RepoPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    private static final RepoPath SCRIPT = new RepoPath("db/V1__a.sql");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LINE_ENDS       | a;\\r\\nb;\\r\\n | a;\\nb;\\n",
                "BYTE_ORDER_MARK | \uFEFFa;\\r\\n   | a;\\n",
                "FINAL_LINE_END  | a;               | a;\\n\\n",
                "WHITE_SPACE     | a (b);\\n        | a\\n\\t( b ) ;\\n",
                "WHITE_SPACE     | a; -- x  y       | a; -- x y",
                "COMMENTS        | a; -- x          | a; -- y",
                "COMMENTS        | a;               | /* why */ a;",
                "PLACEHOLDERS    | a app.t;         | a ${schema}.t;",
                "PLACEHOLDERS    | a '${who}';      | a 'me';",
                "PLACEHOLDERS    | a ${pre}t, ${x}.u; | a my_t, b.u;",
                "SQL             | a 'b  c';        | a 'b c';",
                "SQL             | a b;             | A b;",
                "SQL             | a '${who}';      | b 'me';",
                "TEXT            | a; # x           | a; # y"
            })
    void isTheLeastThatExplainsIt(Change change, String before, String now) {
        assertThat(Difference.between(unescaped(before), unescaped(now), SCRIPT))
                .isEqualTo(change);
    }

    @Test
    void ofNoOtherLanguageItIsKnownWhatIsAComment() {
        assertThat(Difference.between("a -- b", "a -- c", new RepoPath("db/V1__a.py")))
                .isEqualTo(Change.TEXT);
    }

    private static String unescaped(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
    }
}
