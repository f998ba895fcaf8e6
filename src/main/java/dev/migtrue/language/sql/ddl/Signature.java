package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import java.util.List;
import java.util.Optional;

/** The parameters of a routine: with its name they are what tells it from others. */
public record Signature(List<Parameter> parameters, Clause clause) {

    public Signature {
        parameters = List.copyOf(parameters);
    }

    /** The types of what is handed in, as PostgreSQL tells routines of one name apart. */
    public List<String> identity() {
        return parameters.stream()
                .filter(parameter -> parameter.mode() != Mode.OUT)
                .map(parameter -> parameter.type().family())
                .toList();
    }

    public enum Mode {
        IN,
        OUT,
        INOUT,
        VARIADIC
    }

    /** One parameter; {@code standard} is its default. */
    public record Parameter(Mode mode, Optional<Mention> name, TypeName type, Optional<Clause> standard) {}
}
