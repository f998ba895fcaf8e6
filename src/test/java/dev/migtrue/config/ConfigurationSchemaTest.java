package dev.migtrue.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.migtrue.cli.ParsedConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the program accept the same files. */
class ConfigurationSchemaTest {

    private static final Path PUBLISHED =
            Path.of("src", "main", "resources", "dev", "migtrue", "config", "migtrue-v1.schema.json");

    private static final int DOCUMENTS = 4_000;

    private final ObjectMapper json = JsonMapper.builder().build();

    /** The schema is nobody's to write: where it is behind, this writes it anew, once, and says so. In CI it only compares. */
    @Test
    void thePublishedSchemaIsThatOfTheForms() throws IOException {
        DefaultPrettyPrinter aLineForEachWord =
                new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        String schema = json.writer()
                        .with(aLineForEachWord)
                        .writeValueAsString(SchemaOfForms.of(ParsedConfiguration.vocabulary()))
                        .replace("\r\n", "\n")
                + "\n";
        boolean isBehind =
                !Files.exists(PUBLISHED) || !Files.readString(PUBLISHED).equals(schema);
        if (isBehind && System.getenv("CI") == null) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, schema);
        }
        assertThat(isBehind)
                .as(PUBLISHED + " is behind the forms; outside CI it has just been written anew")
                .isFalse();
    }

    @Test
    void whatOneAcceptsTheOtherAccepts() {
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(json.writeValueAsString(SchemaOfForms.of(Configurations.vocabulary())), InputFormat.JSON);
        int accepted = 0;
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            // JSON is YAML, too.
            String document = json.writeValueAsString(document(seed));
            String said = Configurations.refusal(document);

            boolean isAccepted = said.equals("accepted");
            assertThat(isAccepted)
                    .as("seed %d: %s%nis said to be: %s", seed, document, said)
                    .isEqualTo(schema.validate(document, InputFormat.JSON).isEmpty());
            accepted += isAccepted ? 1 : 0;
        }
        assertThat(accepted).as("accepted").isBetween(DOCUMENTS / 10, DOCUMENTS - DOCUMENTS / 10);
    }

    private static Object document(int seed) {
        Object document = new RandomDocument(new Random(seed)).of(new Grammar(Configurations.vocabulary()).file());
        // Which databases there are is beyond a schema.
        if (document instanceof Map<?, ?> keys
                && keys.get("hook") instanceof Map<?, ?> hook
                && hook.containsKey("databases")) {
            hook.remove("databases");
        }
        return document == null ? Map.of() : document;
    }
}
