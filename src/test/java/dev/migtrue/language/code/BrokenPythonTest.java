package dev.migtrue.language.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenPythonTest {

    private static final Set<String> NAMES = Set.of("revision", "down_revision");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def upgrade():\n    op.execute('''\n",
                "def upgrade(:\n    pass\n",
                "def upgrade():\n<<<<<<< HEAD\n    pass\n=======\n    return\n>>>>>>> other\n",
                "x = ((((\n"
            })
    void aSyntaxErrorDoesNotHideWhatStandsAboveIt(String broken) {
        PythonModule module = PythonModule.read("'''doc'''\nfoo()\nrevision = 'a1'\n\n" + broken, NAMES);

        assertThat(module.docstring()).contains("doc");
        assertThat(module.constant("revision")).map(BrokenPythonTest::why).contains("a1");
    }

    @Test
    void whatIsInConflictIsNotBelieved() {
        PythonModule module = PythonModule.read("""
                revision = 'a1'
                <<<<<<< HEAD
                down_revision = 'b1'
                =======
                down_revision = 'b2'
                >>>>>>> other
                """, NAMES);

        assertThat(module.constant("revision")).map(BrokenPythonTest::why).contains("a1");
        assertThat(module.constant("down_revision")).map(BrokenPythonTest::why).contains("below a syntax error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revision = 'a1\n", "revision = ('a1'\n", "revision = = 'a1'\n", "revision 'a1' =\n"})
    void anAssignmentThatIsBrokenIsNotBelieved(String broken) {
        assertThat(why(read("x = 1\n" + broken + "\ndef f():\n    pass\n"))).isEqualTo("below a syntax error");
    }

    @Test
    void nestingHasAnEnd() {
        String deep = "revision = " + "[".repeat(5_000) + "]".repeat(5_000) + "\n";
        String wide = "revision = " + "'a' + ".repeat(5_000) + "'a'\n";

        assertThat(read(deep)).isInstanceOf(Constant.Computed.class);
        assertThat(read(wide)).isInstanceOf(Constant.Computed.class);
    }

    @Test
    void noTextIsTooBad() {
        Random random = new Random(20_260_103);
        String alphabet = "revision='a\"()[]{}:,#\\\n\r\t \0é\uD83D\uFEFFdef ifclass@<>=";
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(200); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            PythonModule module = PythonModule.read(text.toString(), NAMES);

            assertThat(NAMES).containsAll(module.constants().keySet());
        }
    }

    @Test
    void severalThreadsMayReadAtOnce() {
        List<String> sources = IntStream.range(0, 400)
                .mapToObj(i -> "foo(" + i + ");revision = ('a" + i + "',\n  'b')\n")
                .toList();

        List<PythonModule> together = sources.parallelStream()
                .map(source -> PythonModule.read(source, NAMES))
                .toList();

        assertThat(together)
                .isEqualTo(sources.stream()
                        .map(source -> PythonModule.read(source, NAMES))
                        .toList());
    }

    private static Constant read(String source) {
        return PythonModule.read(source, NAMES).constant("revision").orElseThrow();
    }

    private static String why(Constant constant) {
        return switch (constant) {
            case Constant.Text text -> text.value();
            case Constant.Texts texts -> String.join(",", texts.values());
            case Constant.None none -> "None";
            case Constant.Other other -> other.what();
            case Constant.Computed computed -> computed.why();
        };
    }
}
