package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The catalogue of H2 from version 2 on. Only an administrator is shown all of it. */
public final class H2Catalogue implements Catalogue {

    @Override
    public Optional<String> home() {
        return Optional.of("PUBLIC");
    }

    @Override
    public Schema read(Questions questions) {
        Gathered gathered = new Gathered();
        for (String sql : List.of(
                H2Tables.schemas(),
                H2Others.domains(),
                H2Others.domainChecks(),
                H2Others.sequences(),
                H2Tables.tables(),
                H2Tables.columns(),
                H2Tables.constraints(),
                H2Tables.indexes(),
                H2Others.views(),
                H2Others.routines(),
                H2Others.triggers(),
                H2Others.constants(),
                H2Others.synonyms(),
                H2Others.rights())) {
            gathered.add(questions.ask(sql));
        }
        boolean isAdmin = questions.ask(H2Others.isAdmin()).stream().anyMatch(row -> row.isTrue("is_admin"));
        return isAdmin ? gathered.schema() : gathered.schema().hiding(EnumSet.allOf(ObjectKind.class));
    }
}
