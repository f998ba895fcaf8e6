package dev.migtrue.language.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPythonTest {

    private static final Set<String> UNREAD = Set.of("downgrade");

    private static final String REVISION = """
            \"""Add größe

            Revision ID: a1
            \"""
            from typing import Sequence, Union

            from alembic import op
            import sqlalchemy as sa  # types

            revision: str = 'a1'
            down_revision: Union[str, None] = None
            labels: tuple[str] | None = None
            depends_on: str | tuple[str, ...] | None = None


            def upgrade() -> None:
                # ### commands
                bind, meta = op.get_bind(), sa.MetaData()
                if bind.dialect.name == 'sqlite' and not meta.is_bound:
                    return
                elif 'x' not in (a.name for a in meta.tables if a):
                    pass
                    # still inside
                # outside again
                else:
                    op.execute(f"UPDATE t SET a = '{bind!r}' WHERE b = {{}} \\d\\n" "and more")
                for name, (one, two) in {'a': (1, 2.5), **more}.items():
                    with op.batch_alter_table(name, schema=None) as batch:
                        batch.add_column(sa.Column('b', sa.String(length=-5), default=lambda x, y=1: x ** 2 | ~y))
                try:
                    total += one[1:] % two // 3
                    one.x = two = [*one, type(two)]
                except (ValueError, a.B) as error:  # why
                    raise Other(*error.args, **more) from error
                finally: op.create_index('i', 't', ['a'], unique=True if one is not two else False)

            @decorated(1)
            class Thing(Base, metaclass=Other):
                '''doc'''
                x: "int" = r'a\\d' 'b' \\
                    'c'

                def method(self, *args, key=None, **rest): return self.x[0](1)

            def downgrade():
                op.drop_table(
                    # last
                    "t"
                )
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "# only\n",
                "x = 1",
                "f(a)\n    # indented\n",
                "if x:\n  # first\n\n  y\n # less\n# least\nz\n",
                "def f():  # same line\n    # next\n    pass  # behind\n# top\n",
                "while x: y\nelse: z\n",
                "from . import a\nfrom .b import (c as d,\n  e,)\nfrom f import *\nfrom __future__ import g\nimport h.i as j, k\n",
                "a = b = c\na, b = c, d\na, = b\na += b, c\n",
                "a or b and not c in d is not e\n",
                "-a ** -b * c + d << e & f ^ g | h\n",
                "{}\n{a}\n{a: b}\n{a: b for a in c}\n{a for a in c if d if e}\n()\n(a,)\n(a)\n[a for a in b for c in d]\nf(a for a in b)\n",
                "x[1:2, ..., a]\nx[:]\nx[:1]\n",
                "''\n\"\"\n\"\"\"a\"b\"\"\"\n'a\\'b\\u00e9\\N{DASH}\\q\\\\'\nu'x' R'y'\n",
                "print(x)\ndel x, y\nglobal x\nassert x, 'y'\n",
                "@a\n@b.c\ndef f(): pass\n",
                "def f(a, *, b: int = 1, c: list[str], *d: x, **e) -> dict[str, list[int]]: pass\n"
            })
    void readsWhatTheNativeParserReads(String source) {
        assertThat(agrees(source)).as("whether it is plain").isTrue();
    }

    @Test
    void theWholeOfAUsualRevisionIsPlain() {
        assertThat(agrees(REVISION)).isTrue();
    }

    /** What is only like Python, or read in an unlikely way, is left to the native parser. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "print 'x'\n",
                "a; b\n",
                "match x:\n  case 1: pass\n",
                "async def f(): pass\n",
                "x = (y := 1)\n",
                "f'{x:>3}'\n",
                "r'\\''\n",
                "if x:\n    f(a %\nb)\n",
                "\tx\n",
                "x\r\n",
                "x = 'a\n",
                "x = (\n",
                "  x\n",
                "if x:\ny\n",
                "a b\n",
                "1x\n",
                "x = \\\n\n"
            })
    void leavesTheRestToIt(String source) {
        assertThat(PlainPython.module(SourceText.of(source), UNREAD)).isEmpty();
    }

    @Test
    void readsOurSamplesAsItDoes() throws IOException {
        long plain = samples().stream().filter(PlainPythonTest::agrees).count();

        assertThat(plain).isGreaterThan(150);
    }

    @Test
    void readsWhatWentWrongAsItDoesOrNotAtAll() throws IOException {
        List<String> samples =
                Stream.concat(Stream.of(REVISION), samples().stream().limit(40)).toList();
        List<String> bits = List.of(
                ("( ) [ ] { } : , \n \n\n # #c\n \" ' \"\"\" \\ \\\n = == * ** . ... -> := @ ; \t é $ 0 1. _ x if else for in "
                                + "not lambda print type match async await yield return def class import from del is as")
                        .split(" "));
        Random random = new Random(20_261_122);
        int plain = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(samples.get(random.nextInt(samples.size())));
            for (int many = random.nextInt(1, 3); many > 0; many--) {
                int at = random.nextInt(text.length() + 1);
                String bit = random.nextBoolean() ? " " + bits.get(random.nextInt(bits.size())) + " " : "";
                text.replace(at, Math.min(text.length(), at + random.nextInt(4)), bit.repeat(random.nextInt(2)));
            }
            plain += agrees(text.toString()) ? 1 : 0;
        }
        // Were it never plain, this test would say nothing.
        assertThat(plain).isGreaterThan(500);
    }

    private static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources"))) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .map(PlainPythonTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the text was plain; fails when the two ways of reading it then differ. */
    private static boolean agrees(String source) {
        SourceText text = SourceText.of(source);
        Optional<CodeNode> plain = PlainPython.module(text, UNREAD);
        plain.ifPresent(module -> assertThat(shape(module))
                .as(source)
                .isEqualTo(shape(CodeNode.parsed(Grammar.PYTHON, text, UNREAD).orElseThrow())));
        return plain.isPresent();
    }

    private static String shape(CodeNode node) {
        return node.parts().stream()
                .map(PlainPythonTest::shape)
                .collect(Collectors.joining(
                        "\n",
                        "%s %s %s %d %d ("
                                .formatted(node.field(), node.kind(), node.isNamed(), node.start(), node.end()),
                        ")"));
    }
}
