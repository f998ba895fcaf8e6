package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.Grammar;
import dev.migtrue.language.code.declared.MappedFile.Attribute;
import dev.migtrue.language.code.declared.MappedFile.MappedClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads SQLAlchemy's mapped classes, and what leads from one to another. */
public final class MappedClasses {

    private static final Pattern SIGNS =
            Pattern.compile("\\brelationship\\b|\\bbackref\\b|\\bColumn\\(|\\bmapped_column\\(|\\bMapped\\["
                    + "|declarative_base|DeclarativeBase|__tablename__|__abstract__|declared_attr");

    /** One of these stands wherever there is a sign: looking for them takes a tenth of the time, and most files have none. */
    private static final List<String> TRACES = List.of(
            "relationship",
            "backref",
            "Column(",
            "mapped_column(",
            "Mapped[",
            "declarative_base",
            "DeclarativeBase",
            "__tablename__",
            "__abstract__",
            "declared_attr");

    private static final Set<String> BASES = Set.of("declarative_base", "DeclarativeBase", "DeclarativeBaseNoMeta");
    private static final Pattern BOX = Pattern.compile(
            "(?:\\w+\\.)*(?:Mapped|DynamicMapped|WriteOnlyMapped|Optional|List|list|Set|set"
                    + "|Sequence|Collection)\\[(.*)]",
            Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[\\w.]+");

    private final CodeNode module;
    private final Literals literals;
    private final Set<String> roots = new HashSet<>();
    private final Set<String> attached = new HashSet<>();

    private MappedClasses(CodeNode module) {
        this.module = module;
        this.literals = new Literals(Names.of(module), node -> false);
    }

    public static MappedFile read(String text) {
        if (TRACES.stream().noneMatch(text::contains) || !SIGNS.matcher(text).find()) {
            return new MappedFile(List.of(), Set.of(), Set.of(), true);
        }
        return CodeNode.of(Grammar.PYTHON, text, Set.of())
                .map(module -> new MappedClasses(module).read())
                .orElseGet(() -> new MappedFile(List.of(), Set.of(), Set.of(), false));
    }

    private MappedFile read() {
        List<MappedClass> classes =
                ClassNode.in(module).stream().map(this::mapped).toList();
        look(module);
        return new MappedFile(classes, roots, attached, !DeclaredModels.isBroken(module));
    }

    /** Finds what is made from outside of a class, wherever it stands. */
    private void look(CodeNode node) {
        CallNode.of(node).ifPresent(this::called);
        if (node.is("assignment")) {
            Optional<CodeNode> left = node.field("left");
            left.filter(target -> target.is("attribute")
                            && target.field("object")
                                    .filter(MappedClasses::isClass)
                                    .isPresent())
                    .ifPresent(target -> attached.add(Names.last(target.text())));
            left.filter(target -> target.is("identifier"))
                    .filter(target -> node.field("right")
                            .flatMap(CallNode::of)
                            .filter(call -> BASES.contains(call.name())
                                    && call.keyword("cls").isEmpty()
                                    && !call.isOpen())
                            .isPresent())
                    .ifPresent(target -> roots.add(target.text()));
        }
        node.children().forEach(this::look);
    }

    /** Whether a name looks like that of a class: what is assigned to an object is in that object alone. */
    private static boolean isClass(CodeNode node) {
        String name = Names.last(node.text());
        return name.equals("cls") || (!name.isEmpty() && Character.isUpperCase(name.charAt(0)));
    }

    private void called(CallNode call) {
        switch (call.name()) {
            case "backref", "add_property" -> call.at(0).flatMap(literals::text).ifPresent(attached::add);
            case "setattr" -> call.at(1).flatMap(literals::text).ifPresent(attached::add);
            default -> {}
        }
        call.keyword("backref").flatMap(literals::text).ifPresent(attached::add);
        call.keyword("properties").stream()
                .flatMap(properties -> properties.children().stream())
                .flatMap(pair -> pair.field("key").flatMap(literals::text).stream())
                .forEach(attached::add);
    }

    private MappedClass mapped(ClassNode one) {
        Map<String, Attribute> attributes = new HashMap<>();
        one.functions().forEach(name -> attributes.put(name, new Attribute.Other()));
        for (ClassNode.Given given : one.given()) {
            attributes.put(given.name(), attribute(given));
        }
        List<String> bases = new ArrayList<>();
        one.bases().forEach(base -> bases.add(Names.last(base.text().replaceAll("\\[.*]$", ""))));
        boolean isAbstract =
                one.value("__abstract__").filter(value -> !value.is("false")).isPresent();
        boolean isTable = !isAbstract
                && one.value("__tablename__").flatMap(literals::text).isPresent();
        return new MappedClass(
                one.name(),
                bases,
                isTable,
                attributes,
                one.node().field("name").orElse(one.node()).span());
    }

    private Attribute attribute(ClassNode.Given given) {
        Optional<CallNode> call = given.value().flatMap(CallNode::of);
        if (call.filter(made -> made.name().equals("relationship")).isPresent()) {
            Optional<String> back = call.get().keyword("back_populates").flatMap(literals::text);
            Optional<CodeNode> named = call.get().at(0).or(() -> call.get().keyword("argument"));
            Optional<String> target = named.isPresent()
                    ? named.flatMap(this::target)
                    : given.type().map(CodeNode::text).flatMap(MappedClasses::boxed);
            return new Attribute.Relation(
                    target,
                    call.get().isOpen() ? Optional.empty() : back,
                    given.node().span());
        }
        return call.filter(made -> Set.of("Column", "mapped_column").contains(made.name()))
                        .isPresent()
                ? new Attribute.PlainColumn()
                : new Attribute.Other();
    }

    private Optional<String> target(CodeNode node) {
        return switch (node.kind()) {
            case "string", "concatenated_string" -> literals.text(node).flatMap(MappedClasses::simple);
            case "identifier", "attribute" -> simple(node.text());
            case "lambda" -> node.field("body").flatMap(this::target);
            default -> Optional.empty();
        };
    }

    /** The class in a type like {@code Mapped[List["Book"]]}. */
    private static Optional<String> boxed(String type) {
        String inner = type.strip()
                .replaceAll("[\"']", "")
                .replaceAll("\\|\\s*None$", "")
                .strip();
        Matcher box = BOX.matcher(inner);
        return box.matches() ? boxed(box.group(1)) : simple(inner);
    }

    private static Optional<String> simple(String name) {
        return Optional.of(name.strip())
                .filter(text -> NAME.matcher(text).matches())
                .map(Names::last);
    }
}
