package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.declared.Member.Certainty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** What a field of a Django model says of itself that reaches the database. */
final class DjangoField {

    private static final List<String> MODULES =
            List.of("django.db.models", "django.contrib.gis.db.models", "django.contrib.postgres.fields");

    private static final Set<String> TO_OTHERS = Set.of("ForeignKey", "OneToOneField", "ManyToManyField");

    /**
     * What no database sees: what Django's schema editor passes over when it compares two fields, what it keeps in Python, and what it takes for the
     * same in more forms than are known here. Most of it goes into migrations, and projects differ in whether they write these.
     */
    private static final Set<String> UNSEEN = Set.of(
            "auto_created",
            "auto_now",
            "auto_now_add",
            "blank",
            "choices",
            "db_tablespace",
            "default",
            "editable",
            "encoder",
            "decoder",
            "error_messages",
            "help_text",
            "limit_choices_to",
            "name",
            "on_delete",
            "parent_link",
            "protocol",
            "related_name",
            "related_query_name",
            "serialize",
            "storage",
            "swappable",
            "symmetrical",
            "through_fields",
            "to_field",
            "unique_for_date",
            "unique_for_month",
            "unique_for_year",
            "unpack_ipv4",
            "upload_to",
            "validators",
            "verbose_name",
            "width_field",
            "height_field");

    /** What a field of any other class has that does not say so, by its keyword. */
    private static final Map<String, Set<String>> USUAL = Map.ofEntries(
            Map.entry("null", Set.of("False")),
            Map.entry("unique", Set.of("False")),
            Map.entry("db_index", Set.of("False")),
            Map.entry("primary_key", Set.of("False")),
            Map.entry("db_column", Set.of("None")),
            Map.entry("db_comment", Set.of("None")),
            Map.entry("db_constraint", Set.of("True")),
            Map.entry("max_length", Set.of("None")),
            Map.entry("through", Set.of("None")),
            Map.entry("db_table", Set.of("None")),
            Map.entry("size", Set.of("None")));

    /** What some classes have that do not say so. */
    private static final Map<String, Map<String, String>> OWN = Map.of(
            "EmailField", Map.of("max_length", "254"),
            "URLField", Map.of("max_length", "200"),
            "FileField", Map.of("max_length", "100"),
            "ImageField", Map.of("max_length", "100"),
            "FilePathField", Map.of("max_length", "100"),
            "SlugField", Map.of("max_length", "50", "db_index", "True"),
            "ForeignKey", Map.of("db_index", "True"),
            "OneToOneField", Map.of("db_index", "True", "unique", "True"));

    /** To a database these are all texts of a limited length. */
    private static final Set<String> LIMITED =
            Set.of("CharField", "EmailField", "URLField", "FileField", "ImageField", "FilePathField", "SlugField");

    private final Literals literals;

    DjangoField(Literals literals) {
        this.literals = literals;
    }

    /** What a name in a model's class is; {@code POSSIBLE} where only its class knows whether it is a field. */
    Member member(ClassNode.Given given) {
        String label = "field \"%s\"".formatted(given.name());
        Optional<CallNode> call = given.value().flatMap(CallNode::of);
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        if (call.isEmpty() || !isField(call.get())) {
            return new Member(label, Certainty.POSSIBLE, traits, given.node().span());
        }
        String type = call.get().name();
        traits.put("type", Optional.of(LIMITED.contains(type) ? "CharField" : type));
        boolean isWhole = !call.get().isOpen() & positional(call.get(), type, traits);
        call.get().keywords().forEach((key, value) -> put(type, key, value, traits));
        OWN.getOrDefault(type, Map.of()).forEach((key, value) -> traits.putIfAbsent(key, Optional.of(value)));
        return new Member(
                label,
                isWhole ? Certainty.WHOLE : Certainty.PRESENT,
                traits,
                given.node().span());
    }

    boolean isField(CallNode call) {
        return literals.names().isFrom(call.function(), MODULES)
                && (call.name().endsWith("Field") || call.name().equals("ForeignKey"));
    }

    /** Whether all of them are understood. */
    private boolean positional(CallNode call, String type, SequencedMap<String, Optional<String>> traits) {
        List<String> keys = TO_OTHERS.contains(type)
                ? type.equals("ManyToManyField") ? List.of("to") : List.of("to", "on_delete")
                : type.endsWith("ArrayField") ? List.of("base_field") : List.of("verbose_name");
        for (int i = 0; i < Math.min(keys.size(), call.positional().size()); i++) {
            put(type, keys.get(i), call.positional().get(i), traits);
        }
        return call.positional().size() <= keys.size();
    }

    private void put(String type, String key, CodeNode given, SequencedMap<String, Optional<String>> traits) {
        Optional<String> value = (key.equals("to") ? target(given) : literals.value(given)).map(DjangoField::normal);
        boolean isUsual = !OWN.getOrDefault(type, Map.of()).containsKey(key)
                && value.filter(USUAL.getOrDefault(key, Set.of())::contains).isPresent();
        if (!isUsual && !UNSEEN.contains(key)) {
            traits.put(key, value);
        }
    }

    /** The model that a field points at; absent where that is settled elsewhere. */
    private Optional<String> target(CodeNode given) {
        Optional<String> written = given.is("string")
                ? literals.text(given)
                : Optional.of(given)
                        .filter(node -> node.is("identifier") || node.is("attribute"))
                        .filter(node -> literals.names().value(node.text()).isEmpty())
                        .filter(node -> !literals.names().isFrom(node, List.of("django.conf")))
                        .map(node -> Names.last(node.text()));
        return written.map(text -> Names.last(text).toLowerCase(Locale.ROOT)).filter(name -> !name.equals("self"));
    }

    /** Lists and tuples are the same to Django in most places. */
    static String normal(String value) {
        return value.replace('(', '[').replace(')', ']');
    }
}
