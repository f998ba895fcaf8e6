package dev.migtrue.language.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainClassesTest {

    private static final Set<String> NAMES = Set.of("dependencies", "replaces", "initial");

    private static final List<String> TOPS = List.of(
            "",
            "# Generated\n\nfrom django.db import migrations, models\nimport uuid\n\n",
            "\"\"\"doc\nclass Migration(x):\n\"\"\"\n",
            "def forwards(apps, schema_editor):\n    dependencies = 1\n    '''\nclass Migration(x):\n'''\n    return {\n  'a': 1}\n\n",
            "x = 1; y = 2\n",
            "@wrap\ndef f(): pass\n",
            "class Other:\n    dependencies = ['z']\n\n",
            "class Broken(a(b)): pass\n",
            "if x:\n    class Migration(y):\n        dependencies = []\n",
            "sql = 'a' \\\n  'b'\n",
            "x = r'\\d' # class Migration:\n");

    private static final List<String> HEADS = List.of(
            "class Migration(migrations.Migration):\n",
            "class Migration(migrations.Migration):  # noqa\n\n",
            "class Migration( A , b.C, ) :\n",
            "class Migration():\n",
            "class Migration:\n",
            "class Migration(\n    A,\n    B\n):\n",
            "class Migration(A, metaclass=B):\n",
            "class Migration(A[int]):\n",
            "class Größe(A):\n");

    private static final List<String> PLAIN_MEMBERS = List.of(
            "'''doc\n    dependencies = 1\n'''",
            "initial = True",
            "initial: bool = False",
            "dependencies = []",
            "dependencies=[('a', \"b\")]",
            "dependencies = [\n    ('a', 'b'),  # note\n    # ('c', 'd'),\n    (\n  'e',\n 'f',\n),\n    ]",
            "dependencies = (('a', 'b'),)",
            "dependencies = ('a', 'b')",
            "dependencies = [('a')]",
            "dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), ('x', '__first__')]",
            "dependencies = [f(), g('a',), h(None, True)]",
            "dependencies = OTHER",
            "dependencies: list[tuple[str, str]] = []",
            "replaces = [('größe', '😀')]",
            "replaces = None",
            "atomic = False",
            "operations = [\n        migrations.RunSQL('''\ndependencies = [1]\n''', \"it's\"),\n        x(initial=1, y=[a for a in b]),\n    ]",
            "operations = dependencies_of(x)",
            "x, y = 1, 2",
            "x.y = 3",
            "call(1)",
            "pass",
            "# dependencies = [comment]",
            "def helper(self):\n        dependencies = ['local']\n        if x:\n            pass",
            "@property\n    def other(self):\n        return 1",
            "class Meta:\n        dependencies = ['inner']");

    private static final List<String> OTHER_MEMBERS = List.of(
            "dependencies += [('a', 'b')]",
            "dependencies.append(('a', 'b'))",
            "dependencies = [('a', 'b')] + [('c', 'd')]",
            "dependencies = [('a', 'b')] + more",
            "dependencies = [*more]",
            "dependencies = [(a, b) for a, b in c]",
            "dependencies = [('a', f'b{c}')]",
            "dependencies = [('a', 'b' 'c')]",
            "dependencies = [('a', r'b')]",
            "dependencies = [('a', 'b\\n')]",
            "dependencies = [('a', 1)]",
            "dependencies = [f(x=1)]",
            "dependencies = [f(*x)]",
            "dependencies = ()",
            "dependencies = {}",
            "dependencies = f(x)[0]",
            "dependencies = a if b else c",
            "dependencies = lambda: 1",
            "dependencies = replaces = []",
            "x = dependencies = []",
            "dependencies, replaces = [], []",
            "(dependencies) = [1]",
            "dependencies: list",
            "dependencies[0] = ('a', 'b')",
            "if x:\n        dependencies = []",
            "for initial in x:\n        pass",
            "with x as replaces:\n        pass",
            "import dependencies",
            "from x import initial",
            "del dependencies",
            "def dependencies(self):\n        return []",
            "class initial:\n        pass",
            "x = [y := 1, (initial := 2)]",
            "x = 1; dependencies = []",
            "x = \\\n        1",
            "async def initial(self):\n        pass");

    private static final List<String> ENDS = List.of(
            "",
            "\n\nclass Last(A):\n    replaces = ['x']\n",
            "\nMigration.dependencies.append(('a', 'b'))\n",
            "\n\ndef f(self):\n    self.replaces = []\n",
            "\nclass Migration(B):\n    initial = False\n");

    @Test
    void saysWhatTheWholeParseSays() {
        Random random = new Random(20_261_120);
        int plain = 0;
        for (int i = 0; i < 4_000; i++) {
            plain += agrees(module(random)) ? 1 : 0;
        }
        // Were it never plain, this test would say nothing.
        assertThat(plain).isGreaterThan(700);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void whatDjangoWritesIsPlain(String lineEnd) {
        String source = """
                # Generated by Django 5.2 on 2026-01-01 10:00

                import django.db.models.deletion
                from django.conf import settings
                from django.db import migrations, models


                class Migration(migrations.Migration):

                    initial = True

                    dependencies = [
                        ("auth", "0012_alter_user_first_name_max_length"),
                        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
                    ]

                    operations = [
                        migrations.CreateModel(
                            name="Item",
                            fields=[("id", models.BigAutoField(primary_key=True, serialize=False))],
                            options={"db_table": "it's"},
                        ),
                    ]
                """.replace("\n", lineEnd);

        assertThat(PlainClasses.read(SourceText.of(source), NAMES))
                .hasValueSatisfying(classes -> assertThat(classes)
                        .singleElement()
                        .satisfies(migration -> {
                            assertThat(migration.bases()).containsExactly("migrations.Migration");
                            assertThat(migration.attribute("initial")).contains(new PythonValue.Truth(true));
                            assertThat(migration.attribute("dependencies"))
                                    .contains(new PythonValue.Sequence(List.of(
                                            new PythonValue.Sequence(List.of(
                                                    new PythonValue.Text("auth"),
                                                    new PythonValue.Text("0012_alter_user_first_name_max_length"))),
                                            new PythonValue.Call(
                                                    "migrations.swappable_dependency",
                                                    List.of(new PythonValue.Name("settings.AUTH_USER_MODEL"))))));
                            assertThat(migration.at().startLine()).isEqualTo(8);
                        }));
    }

    @Test
    void noTextIsTooBad() {
        Random random = new Random(20_261_121);
        String odd = "\"'()[]{}=:,;#\\ \t\n\r.é*@%0a_\0\u2028";
        for (int i = 0; i < 1_500; i++) {
            StringBuilder text = new StringBuilder(module(random));
            for (int many = random.nextInt(1, 4); many > 0; many--) {
                int at = random.nextInt(text.length());
                text.replace(
                        at,
                        Math.min(text.length(), at + random.nextInt(3)),
                        odd.substring(random.nextInt(odd.length())));
            }
            assertThat(PythonClass.read(text.toString(), NAMES))
                    .as(text.toString())
                    .isPresent();
        }
    }

    /** Whether the text was plain and is Python; fails when the two ways of reading it then differ. */
    private static boolean agrees(String source) {
        SourceText text = SourceText.of(source);
        Optional<List<PythonClass>> plain = PlainClasses.read(text, NAMES);
        if (plain.isEmpty() || !isPython(text)) {
            return false;
        }
        assertThat(plain).as(source).isEqualTo(ClassReader.read(text, NAMES));
        return true;
    }

    private static boolean isPython(SourceText text) {
        try (Syntax syntax = Syntax.parse(Grammar.PYTHON, text)) {
            return syntax.firstError().isEmpty();
        }
    }

    private static String module(Random random) {
        StringBuilder module = new StringBuilder();
        module.append(random.nextInt(3) == 0 ? one(TOPS, random) : TOPS.get(1));
        module.append(random.nextInt(3) == 0 ? one(HEADS, random) : HEADS.getFirst());
        for (int many = random.nextInt(1, 5); many > 0; many--) {
            String member = random.nextInt(6) == 0 ? one(OTHER_MEMBERS, random) : one(PLAIN_MEMBERS, random);
            module.append("    ").append(member).append('\n');
        }
        return module.append(random.nextInt(4) == 0 ? one(ENDS, random) : "").toString();
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
