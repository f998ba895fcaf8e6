package dev.migtrue.language.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Span;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonModuleTest {

    private static final Set<String> NAMES = Set.of("revision", "down_revision");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revision = 'a1'",
                "revision='a1'",
                "revision = \"a1\"  # the id",
                "revision = '''a1'''",
                "revision = r'a1'",
                "revision = u'a1'",
                "revision = U\"a1\"",
                "revision: str = 'a1'",
                "revision: Final = 'a1'",
                "revision: \"str\" = 'a1'",
                "revision: Union[str, None] = 'a1'",
                "revision: str | Sequence[str] | None = 'a1'",
                "revision: Annotated[str, x == 1] = 'a1'",
                "revision = 'a' '1'",
                "revision = 'a' + '1'",
                "revision = ('a1')",
                "revision = (\n    'a'  # first\n    '1'\n)",
                "revision = \\\n    'a1'",
                "revision = x = 'a1'",
                "x = revision = 'a1'",
                "revision, down_revision = 'a1', None",
                "(down_revision, revision) = (None, 'a1')",
                "x, (y, revision) = 1, (2, 'a1')",
                "[revision, x] = 'a1', f()",
                "x = 1; revision = 'a1'; y = 2",
                "revision = 'old'\nrevision = 'a1'",
                "revision = f()\nrevision = 'a1'",
                "revision = '\\x61\\u0031'",
                "revision = '\\N{LATIN SMALL LETTER A}\\61'",
                "revision = 'a\\\n1'",
                "\uFEFFrevision = 'a1'",
                "#!/usr/bin/env python\n# revision = 'b'\n\nrevision = 'a1'",
                "'''revision = 'b' '''\nrevision = 'a1'",
                "text = \"\"\"\nrevision = 'b'\n\"\"\"\nrevision = 'a1'",
                "revision = 'a1'\ndef f():\n    revision = 'b'\n    return revision",
                "revision = 'a1'\nclass C:\n    revision = 'b'",
                "revision = 'a1'\nf(revision='b')\nx.revision = 'b'\nx['revision'] = 'b'",
                "revision = 'a1'\nif revision:\n    print(revision)",
                "revision = 'a1'\nrevision: str",
                "def f():\n    pass\n\nrevision = 'a1'",
                "sql = '''\ndef f():\n'''\nrevision = 'a1'"
            })
    void readsTextHoweverItIsWritten(String source) {
        assertThat(text(source)).contains("a1");
        assertThat(text(source.replace("\n", "\r\n"))).contains("a1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "('a', 'b')",
                "['a', 'b']",
                "'a', 'b'",
                "('a', 'b',)",
                "('a', ('b'))",
                "(\n    'a',  # one\n\n    'b',\n)",
                "(('a', 'b'))",
                "['a', r'b']"
            })
    void readsSequencesOfText(String value) {
        assertThat(read("revision = " + value))
                .isInstanceOfSatisfying(
                        Constant.Texts.class,
                        texts -> assertThat(texts.values()).containsExactly("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"()", "[]", "(())"})
    void anEmptySequenceHoldsNothing(String value) {
        assertThat(read("revision = " + value))
                .isInstanceOfSatisfying(
                        Constant.Texts.class,
                        texts -> assertThat(texts.values()).isEmpty());
    }

    @Test
    void aTupleOfOneIsNoText() {
        assertThat(read("revision = ('a',)")).isInstanceOf(Constant.Texts.class);
        assertThat(read("revision = 'a',")).isInstanceOf(Constant.Texts.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "(None)", "None  # nothing"})
    void noneIsAConstant(String value) {
        assertThat(read("revision = " + value)).isInstanceOf(Constant.None.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            12                 | a number
            -1.5               | the result of an expression
            True               | a truth value
            b'a1'              | a bytes literal
            ('a', None)        | a sequence that holds more than strings
            ('a', 1)           | a sequence that holds more than strings
            f'a1'              | a string with values filled in
            'a' f'{b}'         | a string with values filled in
            other              | the value of another name
            module.other       | the value of another name
            f('a1')            | the result of a call
            'a1'.lower()       | the result of a call
            'a1' if x else 'b' | a conditional expression
            'a%s' % b          | the result of an expression
            ('a', b)           | the value of another name
            ['a' for b in c]   | the result of an expression
            {'a'}              | the result of an expression
            ('a', *b)          | the result of an expression
            '\\u00'            | a string with a malformed escape
            """)
    void saysWhyAValueIsNoText(String value, String why) {
        assertThat(why(read("revision = " + value))).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            from ids import revision                   | imported
            from ids import x as revision              | imported
            import revision.x                          | imported
            if x:~    revision = 'b'                   | set inside an if statement
            try:~    revision = 'b'~except E:~    pass | set inside a try statement
            try:~    pass~except E as revision:~  pass | set inside a try statement
            with x as revision:~    pass               | set inside a with statement
            for revision in x:~    pass                | set inside a loop
            match x:~    case revision:~        pass   | set inside a match statement
            def revision():~    pass                   | a function
            class revision:~    pass                   | a class
            @x~def revision():~    pass                | a decorated definition
            del revision                               | deleted again
            revision += 'b'                            | set by an expression
            print(revision := 'b')                     | set by an expression
            revision, *x = y                           | unpacked from an expression
            """)
    void aNameSetByAnythingElseIsComputed(String statement, String why) {
        assertThat(why(read("revision = 'a1'\n" + statement.replace('~', '\n'))))
                .isEqualTo(why);
        assertThat(text(statement.replace('~', '\n') + "\nrevision = 'a1'")).contains("a1");
    }

    @Test
    void aNameThatIsNotSetIsAbsent() {
        assertThat(PythonModule.read("import revisions\nx = 1\n", NAMES).constants())
                .isEmpty();
    }

    @Test
    void anImportOfEverythingIsPointedAt() {
        PythonModule module = PythonModule.read("import a\nfrom b import *\n", NAMES);

        assertThat(module.wildcard()).contains(new Span(2, 1, 2, 16));
        assertThat(PythonModule.read("def f():\n    pass\nfrom b import *\n", NAMES)
                        .wildcard())
                .isPresent();
    }

    @Test
    void columnsCountCodePoints() {
        String source = "größe = '😀'; revision = '😀a'  # é\r\n(down_revision\r\n) = \\\r\n  'ü'\r\n";

        assertThat(read(source)).isEqualTo(new Constant.Text("😀a", new Span(1, 14, 1, 29)));
    }

    @Test
    void aSpanMayHaveSeveralLines() {
        String source = "x = 1\n\nrevision = (\n    'a',\n    'b',\n)\n";

        assertThat(read(source).span()).isEqualTo(new Span(3, 1, 6, 2));
        assertThat(read("foo()\n" + source).span()).isEqualTo(new Span(4, 1, 7, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"\"add users\n\nRevision ID: a1\n\"\"\"\nrevision = 'a1'\n",
                "# -*- coding: utf-8 -*-\n'''add users\n\nRevision ID: a1\n'''\n",
                "'add users\\n\\nRevision' \" ID: a1\\n\"\nfoo()\n",
                "\"\"\"add users\r\n\r\nRevision ID: a1\r\n\"\"\"\r\nfoo()\r\n",
                "\"\"\"add users\r\n\r\nRevision ID: a1\r\n\"\"\"\r\n"
            })
    void theDocstringIsTheStringThatTheModuleBeginsWith(String source) {
        assertThat(PythonModule.read(source, NAMES).docstring()).contains("add users\n\nRevision ID: a1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x = 1\n'''text'''\n", "f'''text'''\n", "b'text'\n", "import x\n'text'\n"})
    void whatStandsElsewhereIsNoDocstring(String source) {
        assertThat(PythonModule.read(source, NAMES).docstring()).isEmpty();
    }

    private static Constant read(String source) {
        return PythonModule.read(source, NAMES).constant("revision").orElseThrow();
    }

    private static Optional<String> text(String source) {
        return PythonModule.read(source, NAMES)
                .constant("revision")
                .flatMap(constant ->
                        constant instanceof Constant.Text text ? Optional.of(text.value()) : Optional.empty());
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
