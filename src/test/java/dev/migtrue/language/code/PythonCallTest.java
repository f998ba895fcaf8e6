package dev.migtrue.language.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonCallTest {

    @Test
    void findsACallWhereverItStands() {
        String source = """
                def run():
                    with engine.connect() as connection:
                        context.configure(
                            connection=connection, version_table="größe", **options
                        )
                        configure(version_table=None)
                """;

        assertThat(texts(PythonCall.read(source, "configure")))
                .containsExactly(
                        Map.of("connection", "Computed", "version_table", "größe"), Map.of("version_table", "None"));
    }

    @Test
    void findsACallInsideACall() {
        assertThat(PythonCall.read("f(g(f(x='1')), x='2')", "f"))
                .extracting(call -> call.keyword("x").map(Constant::getClass).isPresent())
                .containsExactly(true, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# f(x='1')", "'f(x=1)'", "f", "def f(x='1'): pass", "g(f='1')", "f.g(x='1')"})
    void whatIsNoCallOfTheFunctionIsPassedOver(String source) {
        assertThat(PythonCall.read(source, "f")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(x='1", "f(x=)", "f(=1)", "<<<<<<< HEAD\nf(x='1'\n=======\n", "f(x='1')\n'''\n\0"})
    void brokenTextsDoNoHarm(String source) {
        assertThat(PythonCall.read(source, "f").size()).isLessThan(2);
    }

    private static List<Map<String, String>> texts(List<PythonCall> calls) {
        return calls.stream()
                .map(call -> call.keywords().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue()))))
                .toList();
    }

    private static String text(Constant constant) {
        return constant instanceof Constant.Text text
                ? text.value()
                : constant.getClass().getSimpleName();
    }
}
