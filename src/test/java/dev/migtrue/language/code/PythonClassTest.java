package dev.migtrue.language.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonClassTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            names = ["a"] + ["b"]                  | Sequence[elements=[Text[value=a], Text[value=b]]]
            names = ["a" "b", r"c", "\\x41"]       | Sequence[elements=[Text[value=ab], Text[value=c], Text[value=A]]]
            names = ["a"] + more                   | Sequence[elements=[Text[value=a], Computed[why=the value of another name]]]
            names = ["a", *more]                   | Sequence[elements=[Text[value=a], Computed[why=what another sequence holds]]]
            names = f(*x)                          | Computed[why=the result of a call]
            names = a if b else c                  | Computed[why=a conditional expression]
            names = 3                              | Computed[why=a number]
            names = ["a"]; names += ["b"]          | Computed[why=set by an expression]
            names = ["a"]; names.append("b")       | Computed[why=changed after it is set]
            names = ["a"]; names[0] = "b"          | Computed[why=changed after it is set]
            def names(self): return []             | Computed[why=a function]
            """)
    void whatIsNotPlainIsReadThroughTheWholeTree(String body, String value) {
        assertThat(attribute("class A(B):\n    " + body.replace("; ", "\n    ") + "\n"))
                .hasValueSatisfying(found -> assertThat(found.toString()).isEqualTo(value));
    }

    @Test
    void whatIsChangedFromOutsideIsComputed() {
        assertThat(attribute("class A(B):\n    names = []\n\nA.names.append('x')\n"))
                .contains(new PythonValue.Computed("changed after it is set"));
        assertThat(attribute("class A(B):\n    names = []\n    def f(self):\n        self.names = ['x']\n"))
                .contains(new PythonValue.Computed("changed after it is set"));
        assertThat(attribute("class A(B):\n    names = []\n\nif A.names == []:\n    pass\n"))
                .contains(new PythonValue.Sequence(List.of()));
    }

    @Test
    void onlyClassesAtTheTopLevelAreListedInTheOrderOfTheText() {
        String source = "class A: pass\n@wrap\nclass B(x.Y):\n    class C: pass\nif x:\n    class D: pass\n";

        assertThat(PythonClass.read(source, Set.of()).orElseThrow())
                .extracting(PythonClass::name)
                .containsExactly("A", "B");
    }

    private static Optional<PythonValue> attribute(String source) {
        return PythonClass.read(source, Set.of("names")).orElseThrow().stream()
                .findFirst()
                .flatMap(found -> found.attribute("names"));
    }
}
