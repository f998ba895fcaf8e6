package dev.migtrue.gather.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.gather.snapshot.KeptSchema.AppliedIds;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.language.schema.ServerVersion;
import dev.migtrue.model.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptSchemaTest {

    private static final ObjectId PEOPLE = ObjectId.of(ObjectKind.TABLE, Optional.of("public"), "people");

    /** What names and values are put together from: whatever the format itself is made of. */
    private static final List<String> ODD = List.of(
            "a", " ", "\n", "\"", "\\", ":", "#", "of", "in", "?", "  ", "\t", "é", "\u0000", "(", ".", "u0041", "𝄞");

    @Test
    void itReadsAsALineForEachThingAndEachProperty() {
        KeptSchema kept = new KeptSchema(
                "postgresql",
                List.of(new AppliedIds("flyway", "db/migration", List.of("1", "2.1", "add people"))),
                Schema.of(List.of(
                                object(PEOPLE),
                                object(
                                        ObjectId.part(ObjectKind.COLUMN, PEOPLE, "age"),
                                        "type",
                                        "integer",
                                        "default",
                                        "0"),
                                object(
                                        ObjectId.of(ObjectKind.FUNCTION, Optional.of("public"), "f(integer)"),
                                        "body",
                                        "begin \n\n  return 1;\nend")))
                        .hiding(Set.of(ObjectKind.TRIGGER, ObjectKind.MATERIALIZED_VIEW)));

        assertThat(KeptSchemaText.of(kept).lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "migtrue schema 1",
                        "dialect postgresql",
                        "applied flyway db/migration",
                        "  1",
                        "  2.1",
                        "  \"add people\"",
                        "hidden materialized-view trigger",
                        "table people in public",
                        "column age of people in public",
                        "  type: integer",
                        "  default: 0",
                        "function \"f(integer)\" in public",
                        "  body:",
                        "    \"begin \"",
                        "    \"\"",
                        "    \"  return 1;\"",
                        "    end");
    }

    @Test
    void whateverIsWrittenIsReadAgain() {
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            KeptSchema kept = anything(random);

            String text = KeptSchemaText.of(kept);

            assertThat(KeptSchemaFile.parse(text, "x")).as(text).isEqualTo(kept);
            assertThat(KeptSchemaFile.parse(text.replace("\n", "\r\n"), "x"))
                    .as(text)
                    .isEqualTo(kept);
            assertThat(text.lines()).noneMatch(line -> line.endsWith(" ") || line.endsWith("\t"));
        }
    }

    @Test
    void theServerThatItWasReadFromIsKept() {
        ServerVersion server = new ServerVersion("PostgreSQL", 15);
        KeptSchema kept = new KeptSchema("postgresql", List.of(), Schema.EMPTY.readFrom(Optional.of(server)));

        String text = KeptSchemaText.of(kept);

        assertThat(text).endsWith("migtrue schema 1\ndialect postgresql\nserver PostgreSQL 15\n");
        assertThat(KeptSchemaFile.parse(text, "x")).isEqualTo(kept);
        assertThat(KeptSchemaFile.parse(text.replace("server PostgreSQL 15\n", ""), "x")
                        .schema()
                        .server())
                .isEmpty();
    }

    @Test
    void howToLogInElsewhereIsKeptBack() {
        KeptSchema kept = new KeptSchema(
                "postgresql",
                List.of(),
                Schema.of(List.of(
                        object(PEOPLE, "server options", "host=h, password=hunter2", "comment", "no password"))));

        String text = KeptSchemaText.of(kept);

        assertThat(text).doesNotContain("hunter2").contains("  ? server options\n", "  comment: no password\n");
        assertThat(KeptSchemaFile.parse(text, "x").schema().find(PEOPLE))
                .hasValueSatisfying(table -> assertThat(table.unknown()).containsExactly("server options"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello | it does not begin with 'migtrue schema 1'",
                "migtrue schema 1 | it does not say its dialect",
                "migtrue schema 1;dialect sqlite;thing x | line 3: no kind of object is called 'thing'",
                "migtrue schema 1;dialect postgresql;server PostgreSQL | line 3: a product and its version are expected",
                "migtrue schema 1;dialect sqlite;table | line 3: something is missing at its end",
                "migtrue schema 1;dialect sqlite;table \"x | line 3: a quote is not closed",
                "migtrue schema 1;dialect sqlite;table x by y | line 3: nothing is known of 'by y'",
                "migtrue schema 1;dialect sqlite;table x;  type integer | line 4: a colon is missing",
                "migtrue schema 1;dialect sqlite;table \"\\uzz\" | line 3: \\u is not followed by four hexadecimal digits",
                "migtrue schema 1;dialect sqlite;<<<<<<< HEAD | line 3: no kind of object is called '<<<<<<<'",
            })
    void whatIsNoneIsToldByItsLine(String text, String problem) {
        assertThatThrownBy(() -> KeptSchemaFile.parse(text.replace(';', '\n'), "x.schema"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("kept schema x.schema is damaged: " + problem);
    }

    private static SchemaObject object(ObjectId id, String... pairs) {
        LinkedHashMap<String, String> properties = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            properties.put(pairs[at], pairs[at + 1]);
        }
        return new SchemaObject(id, properties);
    }

    private static KeptSchema anything(Random random) {
        List<SchemaObject> objects = new ArrayList<>();
        Set<String> unknown = Set.of("u" + text(random));
        for (int at = 0; at < random.nextInt(4); at++) {
            ObjectKind[] kinds = ObjectKind.values();
            ObjectId id = new ObjectId(
                    kinds[random.nextInt(kinds.length)],
                    random.nextBoolean() ? Optional.of(name(random)) : Optional.empty(),
                    random.nextBoolean() ? Optional.of(name(random)) : Optional.empty(),
                    name(random));
            Map<String, String> properties = IntStream.range(0, random.nextInt(3))
                    .boxed()
                    .collect(Collectors.toMap(number -> number + text(random), number -> text(random)));
            objects.add(
                    new SchemaObject(id, new LinkedHashMap<>(properties), random.nextBoolean() ? unknown : Set.of()));
        }
        return new KeptSchema(
                "sqlite",
                List.of(new AppliedIds("flyway", name(random), List.of(name(random)))),
                Schema.of(objects)
                        .hiding(Arrays.stream(ObjectKind.values())
                                .filter(kind -> random.nextInt(20) == 0)
                                .collect(Collectors.toSet())));
    }

    private static String name(Random random) {
        return "n" + text(random);
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(at -> ODD.get(random.nextInt(ODD.size())))
                .collect(Collectors.joining());
    }
}
