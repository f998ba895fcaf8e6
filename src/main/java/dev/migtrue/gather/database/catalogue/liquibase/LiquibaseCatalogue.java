package dev.migtrue.gather.database.catalogue.liquibase;

import dev.migtrue.gather.database.catalogue.Catalogue;
import dev.migtrue.gather.database.catalogue.Gathered;
import dev.migtrue.gather.database.catalogue.Questions;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.Row;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The catalogue of a kind of database as liquibase-core reads it: what that does not read is told as not compared.
 *
 * @param schemas a query for the names of the schemas to read
 * @param whole a query with a row where the user is shown all that is in them; whoever may not select from a table does not see it
 * @param owned a query for tables, where a schema belongs to a user of its name; absent where a schema tells nothing of its owner
 * @param generated what names look like that the database gave because nobody else did
 * @param omissions what is not compared, and why
 */
public record LiquibaseCatalogue(
        String schemas, String whole, Optional<String> owned, Pattern generated, List<Omission> omissions)
        implements Catalogue {

    public LiquibaseCatalogue {
        omissions = List.copyOf(omissions);
    }

    @Override
    public Schema read(Questions questions) {
        List<String> names = questions.ask(schemas).stream()
                .flatMap(row -> row.get("name").stream())
                .toList();
        Gathered gathered = new Gathered();
        names.forEach(name -> gathered.found(schema(name)));
        Library.snapshots(questions.lent().orElseThrow(), names, snapshot -> {
            new TakenTables(gathered).add(snapshot);
            new TakenKeys(gathered, generated).add(snapshot);
        });
        return questions.ask(whole).isEmpty()
                ? gathered.schema().hiding(EnumSet.allOf(ObjectKind.class))
                : gathered.schema();
    }

    @Override
    public Map<ObjectId, String> owners(Questions questions) {
        Map<ObjectId, String> owners = new HashMap<>();
        for (Row row : owned.map(questions::ask).orElse(List.of())) {
            String owner = row.get("schema").orElseThrow();
            owners.put(schema(owner), owner);
            owners.put(
                    ObjectId.of(
                            ObjectKind.TABLE,
                            Optional.of(owner),
                            row.get("name").orElseThrow()),
                    owner);
        }
        return owners;
    }

    private static ObjectId schema(String name) {
        return ObjectId.of(ObjectKind.SCHEMA, Optional.empty(), name);
    }
}
