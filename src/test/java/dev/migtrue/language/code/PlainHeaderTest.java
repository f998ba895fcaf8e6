package dev.migtrue.language.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHeaderTest {

    private static final Set<String> NAMES = Set.of("revision", "down_revision", "depends_on");

    private static final List<String> OPENINGS = List.of(
            "",
            "\"\"\"add users\n\nRevision ID: a1\nRevises:\n\"\"\"\n",
            "'''one line'''\n",
            "\"plain\"\n",
            "''\n",
            "\"\"\"with \\\" escape\"\"\"\n",
            "\"\"\"four\"\"\"\"\n",
            "r\"\"\"raw\"\"\"\n",
            "# -*- coding: utf-8 -*-\n\n\"\"\"größe\ndef not_code():\n\"\"\"  # é\n",
            "\"\"\"add\"\"\"; x = 1\n",
            "  # indented comment\n\n");

    private static final List<String> PLAIN_STATEMENTS = List.of(
            "",
            "# revision = 'comment'",
            "   # indented",
            "from alembic import op",
            "import sqlalchemy as sa  # noqa",
            "from typing import Sequence, Union",
            "from .. import x, y as z",
            "from app.models import (\n    User,  # one\n    Group as G,\n)",
            "import a.b.c, d",
            "revision = 'a1'",
            "revision = \"b2\"",
            "revision: str = 'c3'",
            "revision=''",
            "revision = 'it\"s'",
            "down_revision = None",
            "down_revision: Union[str, None] = 'a1'",
            "down_revision: str | Sequence[str] | None = ('a1', 'b2')",
            "down_revision = ('a1')",
            "down_revision = ('a1',)",
            "down_revision = ()",
            "down_revision = [\n    'a1',  # first\n\n    \"b2\"\n]  # end",
            "depends_on = 'größe 😀'",
            "branch_labels = None",
            "branch_labels = ('x',)",
            "log = logging.getLogger(__name__)",
            "kind = sa.Enum(\n    'a;b', \"it's\",  # ) (\n    name=f'{x[\"a\"]}',\n)",
            "text: str = r'\\'' b'''\n\\'''x''' * 2",
            "op.execute('select 1')",
            "x[0] = {'a': [1, 2]}");

    private static final List<String> OTHER_STATEMENTS = List.of(
            "from ids import *",
            "from ids import revision",
            "revision = '''triple'''",
            "revision = 'a' 'b'",
            "revision = 'a' + 'b'",
            "revision = 'a'.upper()",
            "revision = r'raw'",
            "revision = 'new\\nline'",
            "revision = revision = 'twice'",
            "revision, depends_on = 'a', 'b'",
            "revision: str",
            "revision += 'x'",
            "revision == 'a'",
            "revision := 'a'",
            "down_revision = Nonesuch",
            "down_revision: Optional['str'] = 'a1'",
            "down_revision = 'a1', 'b2'",
            "down_revision = ('a1' 'b2')",
            "down_revision = (['a1'], 'b2')",
            "down_revision = 'a1' if x else None",
            "depends_on = None; revision = 'z'",
            "depends_on = {'a'}",
            "kinds = f(revision)",
            "kind = (",
            "kind = 'a",
            "kind = '''a",
            "kind = 1; revision = 'x'",
            "print(revision := 'x')",
            "match revision:\n    case depends_on: pass",
            "del revision",
            "sql = '''\nrevision = 'inside'\n'''",
            "if x:\n    revision = 'conditional'",
            "try: revision = 'x'\nexcept E: pass",
            "else: revision = 'x'",
            "\tx = 1",
            "x = \\\n    'a'");

    private static final List<String> DEFINITIONS = List.of(
            "",
            "def upgrade():\n    op.create_table('x')\n\n\ndef downgrade():\n    pass\n",
            "def upgrade() -> None:\n    revision = 'inside'\n",
            "class Revision:\n    revision = 'x'\n",
            "def upgrade(\n    revision=1,\n) -> revision:\n    pass\n\n\n# revision\ndef revise():\n    from x import *\n",
            "def upgrade():\n    pass\n\nif x:\n    revision = 'y'\n",
            "def upgrade():\n    pass\n(revision,\n) = 'y',\n",
            "@decorated\ndef upgrade():\n    pass\n",
            "async def upgrade():\n    pass\n",
            "def upgrade():\n    pass\n\nrevision = 'below'\n",
            "def upgrade():\n    pass\n\nfrom ids import *\n",
            "def upgrade():\n    pass\nif x:\n    from ids import  (*)\n",
            "def upgrade():\n    '''\nrevision = 'text'\n    '''\n",
            "def upgrade():\n    '''\ndepends on nothing\n    '''\n",
            "def upgrade():\n    op.execute('broken'\n",
            "defined = 'x'\n");

    private static final String ODD_CHARACTERS = "\"'()[]{}=:,;#\\ \t\n\r.é*@%0a_\0\u2028";

    @Test
    void saysWhatTheWholeParseSays() {
        Random random = new Random(20_260_101);
        int plain = 0;
        for (int i = 0; i < 4_000; i++) {
            plain += agrees(module(random)) ? 1 : 0;
        }
        // Were it never plain, this test would say nothing.
        assertThat(plain).isGreaterThan(800);
    }

    @Test
    void saysWhatTheWholeParseSaysOfTextsWithFaults() {
        Random random = new Random(20_260_102);
        int plain = 0;
        for (int i = 0; i < 6_000; i++) {
            plain += agrees(damaged(module(random), random)) ? 1 : 0;
        }
        assertThat(plain).isGreaterThan(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                \"""add users

                Revision ID: 1975ea83b712
                Revises:
                Create Date: 2011-11-08 11:40:27.089406

                \"""

                # revision identifiers, used by Alembic.
                revision = '1975ea83b712'
                down_revision = None
                depends_on = None

                from alembic import op
                import sqlalchemy as sa


                def upgrade():
                    pass
                """, """
                from typing import Sequence, Union

                from alembic import op
                import sqlalchemy as sa


                # revision identifiers, used by Alembic.
                revision: str = "1975ea83b712"
                down_revision: Union[str, Sequence[str], None] = ("a", "b")
                depends_on: str | Sequence[str] | None = None


                def upgrade() -> None:
                    \"""Upgrade schema.\"""
                """})
    void whatAlembicWritesIsPlain(String source) {
        assertThat(PlainHeader.read(SourceText.of(source), NAMES)).isPresent();
        assertThat(PlainHeader.read(SourceText.of(source.replace("\n", "\r\n")), NAMES))
                .isPresent();
    }

    /** Whether the text was plain and is Python; fails when the two ways of reading it then differ. */
    private static boolean agrees(String source) {
        SourceText text = SourceText.of(source);
        Optional<PythonModule> plain = PlainHeader.read(text, NAMES);
        PythonModule whole = ModuleReader.read(text, NAMES);
        if (plain.isEmpty() || !isPython(text)) {
            return false;
        }
        assertThat(plain.get()).as(source).isEqualTo(whole);
        return true;
    }

    private static boolean isPython(SourceText text) {
        try (Syntax syntax = Syntax.parse(Grammar.PYTHON, text)) {
            return syntax.firstError().isEmpty();
        }
    }

    private static String module(Random random) {
        StringBuilder module = new StringBuilder(oneOf(OPENINGS, random));
        for (int i = random.nextInt(7); i > 0; i--) {
            // Most lines are plain, or hardly any module would be.
            List<String> statements = random.nextInt(6) == 0 ? OTHER_STATEMENTS : PLAIN_STATEMENTS;
            module.append(oneOf(statements, random)).append('\n');
        }
        module.append(oneOf(DEFINITIONS, random));
        return random.nextInt(4) == 0 ? module.toString().replace("\n", "\r\n") : module.toString();
    }

    private static String damaged(String module, Random random) {
        StringBuilder text = new StringBuilder(module);
        for (int i = random.nextInt(1, 4); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            char odd = ODD_CHARACTERS.charAt(random.nextInt(ODD_CHARACTERS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, odd);
                default -> text.setCharAt(at, odd);
            }
        }
        return text.toString();
    }

    private static String oneOf(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
