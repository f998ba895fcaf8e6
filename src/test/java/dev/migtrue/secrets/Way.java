package dev.migtrue.secrets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A way for a secret to come to us. In its texts {@code CANARY} stands for the secret, {@code ENCODED} for it as a URL has it,
 * {@code HOST} for the host and port of a server that echoes it, {@code NUMBER} for the port alone, {@code HOME} for the home folder.
 *
 * @param files beside the migrations, by path; those below {@code ~/} in the home folder
 * @param end what proves that the secret came as far as it should
 */
record Way(
        String name,
        String system,
        List<String> arguments,
        Map<String, String> variables,
        Map<String, String> files,
        End end,
        String told) {

    /** How far the secret comes. */
    enum End {
        /** To the server. */
        USED,
        /** Nowhere: the run refuses it with exit code 2. */
        REFUSED,
        /** Nowhere: the run goes on without. */
        LEFT,
    }

    Way {
        arguments = List.copyOf(arguments);
        variables = new LinkedHashMap<>(variables);
        files = new LinkedHashMap<>(files);
    }

    /** A way that ends at the server. */
    static Way used(String name) {
        return new Way(name, "flyway", List.of(), Map.of(), Map.of(), End.USED, "");
    }

    /** A way that ends with exit code 2, and these words. */
    static Way refused(String name, String told) {
        return new Way(name, "flyway", List.of(), Map.of(), Map.of(), End.REFUSED, told);
    }

    /** A way that leads nowhere, of which these words are told. */
    static Way left(String name, String told) {
        return new Way(name, "flyway", List.of(), Map.of(), Map.of(), End.LEFT, told);
    }

    Way of(String other) {
        return new Way(name, other, arguments, variables, files, end, told);
    }

    Way db(String address) {
        return arguments("--db", address);
    }

    Way arguments(String... words) {
        return new Way(name, system, List.of(words), variables, files, end, told);
    }

    Way variable(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(variable, value);
        return new Way(name, system, arguments, more, files, end, told);
    }

    Way file(String path, String text) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.put(path, text);
        return new Way(name, system, arguments, variables, more, end, told);
    }

    @Override
    public String toString() {
        return name;
    }
}
