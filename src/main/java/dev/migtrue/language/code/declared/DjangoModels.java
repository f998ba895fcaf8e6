package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.declared.Member.Certainty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads the models of a Django app: what of them reaches the database, as far as the text of one file says it. */
public final class DjangoModels {

    private static final List<String> MODEL = List.of("django.db.models.Model", "django.contrib.gis.db.models.Model");

    /** What stands in {@code Meta} and reaches the database. */
    private static final Set<String> OPTIONS = Set.of(
            "constraints",
            "db_table",
            "db_table_comment",
            "index_together",
            "indexes",
            "order_with_respect_to",
            "unique_together");

    /** What makes a model one whose migrations depend on more than its text. */
    private static final Set<String> ODD = Set.of("proxy", "managed", "swappable", "app_label", "apps");

    private static final Set<String> TOGETHER = Set.of("unique_together", "index_together");
    private static final Set<String> PLAIN_CALLS = Set.of("dict", "list", "set", "uuid.uuid4", "uuid.uuid1");

    private static final String META = "Meta.";

    private final Names names;

    private DjangoModels(CodeNode module) {
        this.names = Names.of(module);
    }

    /** The models of a text. */
    public static DeclaredModels read(String text) {
        return DeclaredModels.of(text, module -> new DjangoModels(module).read(ClassNode.in(module)));
    }

    private DeclaredModels read(List<ClassNode> classes) {
        List<Model> models = new ArrayList<>();
        Set<String> shared = new HashSet<>();
        for (ClassNode one : classes) {
            Model model = model(one);
            if (isTable(one)) {
                models.add(model);
            } else {
                model.members().values().stream()
                        .filter(Member::isSure)
                        .map(Member::label)
                        .forEach(shared::add);
            }
        }
        return new DeclaredModels(models, shared, true);
    }

    private static boolean isTable(ClassNode one) {
        return !one.bases().isEmpty()
                && one.inner("Meta")
                        .flatMap(meta -> meta.value("abstract").stream())
                        .allMatch(value -> value.is("false"));
    }

    private Model model(ClassNode one) {
        Literals literals = new Literals(names.within(one.body()), this::isReference);
        DjangoField reader = new DjangoField(literals);
        SequencedMap<String, Member> members = new LinkedHashMap<>();
        boolean hasFields = false;
        for (ClassNode.Given given : one.given()) {
            Member member = reader.member(given);
            hasFields |= member.isSure();
            members.put(member.label(), member);
        }
        boolean isOwn = one.bases().stream().allMatch(base -> MODEL.contains(names.path(base)));
        boolean isModel = hasFields || one.bases().stream().anyMatch(base -> MODEL.contains(names.path(base)));
        boolean isOdd =
                one.inner("Meta").anyMatch(meta -> meta.given().stream().anyMatch(it -> ODD.contains(it.name())));
        one.inner("Meta").forEach(meta -> options(meta, literals).forEach(it -> members.put(it.label(), it)));
        return new Model(
                one.name(),
                Optional.empty(),
                isModel && !isOdd ? Certainty.WHOLE : Certainty.POSSIBLE,
                one.bases().stream().map(CodeNode::text).toList(),
                members,
                isOwn && one.inner("Meta").allMatch(meta -> meta.bases().isEmpty()) ? Set.of() : Set.of(META),
                one.node().field("name").orElse(one.node()).span());
    }

    private static List<Member> options(ClassNode meta, Literals literals) {
        return meta.given().stream()
                .filter(given -> OPTIONS.contains(given.name()))
                .map(given -> new Member(
                        META + given.name(),
                        Certainty.WHOLE,
                        value(given.value()
                                .flatMap(literals::value)
                                .map(DjangoField::normal)
                                .map(value -> TOGETHER.contains(given.name()) ? flat(value) : value)),
                        given.node().span()))
                .filter(member -> !Optional.of("[]").equals(member.traits().get("value")))
                .toList();
    }

    private static SequencedMap<String, Optional<String>> value(Optional<String> value) {
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        traits.put("value", value);
        return traits;
    }

    /** One set of columns may be written without the outer brackets. */
    private static String flat(String value) {
        return value.startsWith("[[") && value.endsWith("]]") && value.indexOf("], [") < 0
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** Whether a name stands for itself wherever it is: one of Django's own, but its settings. */
    private boolean isReference(CodeNode node) {
        String path = names.path(node);
        return path.startsWith("django.") && !path.startsWith("django.conf.") || PLAIN_CALLS.contains(path);
    }
}
