package dev.migtrue.language.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PythonTokensTest {

    @Test
    void whatFormattersChooseDoesNotCount() {
        assertThat(PythonTokens.of("x = [u'a', R'b']  # why\n"))
                .isEqualTo(PythonTokens.of("x = [\n    \"a\",\n    r\"b\",\n]\n"))
                .containsExactly("x", "=", "[", "\"a\"", ",", "r\"b\"", "]");
        assertThat(PythonTokens.of("f(a, \\\n  b)")).isEqualTo(PythonTokens.of("f(a, b,)"));
    }

    @Test
    void importsDoNothingByThemselves() {
        assertThat(PythonTokens.of(
                        "from __future__ import annotations\nimport a, b\nfrom c import (\n  d,\n)\nx = d\n"))
                .containsExactly("x", "=", "d");
        assertThat(PythonTokens.of("def f():\n    import a\n")).contains("import");
        assertThat(PythonTokens.of("important = 1\n")).hasSize(3);
    }

    @Test
    void whatRunsCounts() {
        assertThat(PythonTokens.of("f('a')")).isNotEqualTo(PythonTokens.of("f('b')"));
        assertThat(PythonTokens.of("f('a b')")).isNotEqualTo(PythonTokens.of("f('a  b')"));
        assertThat(PythonTokens.of("f('# a')")).isNotEqualTo(PythonTokens.of("f('# b')"));
        assertThat(PythonTokens.of("f('''a\n''')")).isNotEqualTo(PythonTokens.of("f('''a''')"));
        assertThat(PythonTokens.of("a, b")).isNotEqualTo(PythonTokens.of("a b"));
        assertThat(PythonTokens.of("f(b'a')")).isNotEqualTo(PythonTokens.of("f('a')"));
    }

    @Test
    void quotesWithinStringsStay() {
        assertThat(PythonTokens.of("f('it\\'s', \"it's\", '''say \"it\"''')"))
                .containsExactly("f", "(", "'it\\'s'", ",", "\"it's\"", ",", "'''say \"it\"'''", ")");
    }

    @Test
    void anyTextHasTokens() {
        assertThat(PythonTokens.of("'open never # closed\n ü 1_000.5e3 \"\"\" x"))
                .containsExactly("'", "open", "never", "ü", "1_000", ".", "5e3", "\"\"\"", "x");
        assertThat(PythonTokens.of("")).isEmpty();
        assertThat(PythonTokens.of("\"".repeat(100_000) + "a".repeat(100_000))).isNotEmpty();
        assertThat(PythonTokens.of("'''" + "\\a".repeat(100_000) + "'''")).hasSize(1);
    }
}
