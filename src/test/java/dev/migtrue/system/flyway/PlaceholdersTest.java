package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.flywaydb.core.internal.parser.PlaceholderReplacingReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    private static final Map<String, String> VALUES = Map.of("name", "value", "empty", "", "deep", "${name}");
    private static final Placeholders USUAL = new Placeholders("${", "}", ":", VALUES);

    private static final List<String> PIECES = List.of(
            "$",
            "{",
            "}",
            "${",
            "${name}",
            "${NAME}",
            "${empty}",
            "${deep}",
            "name",
            "nam",
            "e",
            "${flyway:filename}",
            "\n",
            "\r\n",
            " ",
            "[",
            "]",
            "[[",
            "[[name]]",
            "[[deep]]");

    @ParameterizedTest
    @CsvSource({
        "nothing, nothing",
        "${name}, value",
        "a ${NAME}${Name} b, a valuevalue b",
        "-- ${name}, -- value",
        "[${empty}], []",
        "${deep}, ${name}",
        "$ {name}, $ {name}",
        "$${name}, $${name}",
        "${flyway:filename} ${FLYWAY:table}, R__x.sql history"
    })
    void areFilledIn(String text, String filled) {
        assertThat(USUAL.fill(text, "R__x.sql", "history")).isEqualTo(new Placeholders.Filled.In(filled));
    }

    @ParameterizedTest
    @CsvSource({
        "${other}, ${other}",
        "${name} ${flyway:user}, ${flyway:user}",
        "${ name}, ${ name}",
        "${}, ${}",
        "${a ${name}, ${a ${name}"
    })
    void withoutAValueAreNamed(String text, String placeholder) {
        assertThat(USUAL.fill(text, "R__x.sql", "history")).isEqualTo(new Placeholders.Filled.NotKnown(placeholder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${ }", "[[ ]]", "[ ]", "[[ ]"})
    void areFilledInAsFlywayDoes(String form) throws Exception {
        String prefix = form.substring(0, form.indexOf(' '));
        String suffix = form.substring(form.indexOf(' ') + 1);
        Placeholders placeholders = new Placeholders(prefix, suffix, ":", VALUES);
        Map<String, String> theirs = new HashMap<>(VALUES);
        theirs.put("flyway:filename", "R__x.sql");
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(random.nextInt(9), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            BufferedReader reader = new BufferedReader(
                    new PlaceholderReplacingReader(prefix, suffix, ":", theirs, new StringReader(text)));
            switch (placeholders.fill(text, "R__x.sql", "history")) {
                case Placeholders.Filled.In in ->
                    assertThat(reader.lines().toList())
                            .as(text)
                            .isEqualTo(in.text().lines().toList());
                case Placeholders.Filled.NotKnown unknown ->
                    assertThatThrownBy(() -> reader.lines().toList()).as(text).isInstanceOf(RuntimeException.class);
            }
        }
    }

    @Test
    void areWrittenAsTheConfigurationSays() {
        Placeholders configured = new Placeholders("#[", "]", "/", Map.of("name", "value"));

        assertThat(configured.fill("#[name] ${name} #[flyway/table]", "R__x.sql", "history"))
                .isEqualTo(new Placeholders.Filled.In("value ${name} history"));
    }
}
