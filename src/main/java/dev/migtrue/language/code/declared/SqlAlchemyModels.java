package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.declared.Member.Certainty;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads SQLAlchemy's mapped classes and tables: what reaches the database, as far as the text of one file says it. */
public final class SqlAlchemyModels {

    private static final Pattern SIGNS =
            Pattern.compile("__tablename__|\\bColumn\\(|\\bmapped_column\\(|\\bMapped\\[|\\bTable\\(");

    private static final Set<String> ROOTS = Set.of("DeclarativeBase", "DeclarativeBaseNoMeta", "object");

    /** What a class may be given in its body that is no column. */
    private static final Set<String> RELATIONS =
            Set.of("relationship", "relation", "dynamic_loader", "association_proxy", "synonym");

    private final CodeNode module;
    private final Names names;

    private SqlAlchemyModels(CodeNode module) {
        this.module = module;
        this.names = Names.of(module);
    }

    /** The models of a text. */
    public static DeclaredModels read(String text) {
        if (!SIGNS.matcher(text).find()) {
            return DeclaredModels.NONE;
        }
        return DeclaredModels.of(text, module -> new SqlAlchemyModels(module).read());
    }

    private DeclaredModels read() {
        List<Model> models = new ArrayList<>();
        Set<String> shared = new HashSet<>();
        for (ClassNode one : ClassNode.in(module)) {
            Model model = model(one);
            if (model.isSure()) {
                models.add(model);
            } else {
                model.members().values().stream()
                        .filter(Member::isSure)
                        .map(Member::label)
                        .forEach(shared::add);
            }
        }
        module.children().stream()
                .filter(statement -> statement.is("expression_statement"))
                .flatMap(statement -> statement.children().stream())
                .filter(statement -> statement.is("assignment"))
                .flatMap(assignment -> assignment.field("right").flatMap(this::table).stream())
                .forEach(models::add);
        return new DeclaredModels(models, shared, true);
    }

    private Model model(ClassNode one) {
        Literals literals = literals(names.within(one.body()));
        MappedColumn columns = new MappedColumn(literals);
        SequencedMap<String, Member> members = new LinkedHashMap<>();
        boolean hasKey = false;
        for (ClassNode.Given given : one.given()) {
            if (given.name().startsWith("__")) {
                continue;
            }
            Optional<CallNode> call = given.value().flatMap(columns::call);
            hasKey |= call.flatMap(column -> column.keyword("primary_key"))
                    .filter(key -> key.is("true"))
                    .isPresent();
            call.map(column -> columns.members(given.name(), given.type(), column, given.node()))
                    .orElseGet(() -> other(given))
                    .forEach(member -> TableParts.add(members, member));
        }
        Set<String> open = new HashSet<>(arguments(one, literals, members));
        apart(one.name(), literals).forEach(part -> TableParts.add(members, part));
        Optional<String> table = one.value("__tablename__").flatMap(literals::text);
        return new Model(
                one.name(),
                table,
                isTable(one, table.isPresent(), hasKey) ? Certainty.WHOLE : Certainty.POSSIBLE,
                one.bases().stream().map(CodeNode::text).toList(),
                members,
                open,
                one.node().field("name").orElse(one.node()).span());
    }

    /** What is mapped and made by something else than SQLAlchemy's own words may be a column. */
    private static List<Member> other(ClassNode.Given given) {
        Optional<CallNode> call = given.value().flatMap(CallNode::of);
        if (call.filter(made -> RELATIONS.contains(made.name())).isPresent()) {
            return List.of();
        }
        boolean isMapped = given.type()
                .filter(type -> type.text().matches("(?:\\w+\\.)*Mapped\\[.*"))
                .isPresent();
        if (isMapped && given.value().isEmpty()) {
            SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
            traits.put("nullability", given.type().flatMap(MappedColumn::nullable));
            return List.of(new Member(
                    label(given), Certainty.PRESENT, traits, given.node().span()));
        }
        return List.of(new Member(
                label(given),
                Certainty.POSSIBLE,
                new LinkedHashMap<>(),
                given.node().span()));
    }

    private static String label(ClassNode.Given given) {
        return "column \"%s\"".formatted(given.name());
    }

    private boolean isTable(ClassNode one, boolean isNamed, boolean hasKey) {
        boolean isAbstract =
                one.value("__abstract__").filter(value -> !value.is("false")).isPresent();
        boolean isRoot = one.bases().stream().anyMatch(base -> ROOTS.contains(Names.last(base.text())));
        boolean isHanded = one.name().endsWith("Mixin") || one.name().endsWith("Base");
        return !isAbstract
                && (isNamed || hasKey && !isRoot && !isHanded && !one.bases().isEmpty());
    }

    /** Reads {@code __table_args__}; gives what there may be more of. */
    private Set<String> arguments(ClassNode one, Literals literals, SequencedMap<String, Member> members) {
        boolean isMade = one.functions().contains("__table_args__");
        Optional<CodeNode> given = one.value("__table_args__");
        if (given.isEmpty()) {
            return isMade ? TableParts.ALL : Set.of();
        }
        if (given.get().is("dictionary")) {
            return Set.of();
        }
        return given.get().is("tuple") ? parts(given.get().children(), literals, members) : TableParts.ALL;
    }

    private static Set<String> parts(List<CodeNode> items, Literals literals, SequencedMap<String, Member> members) {
        TableParts parts = new TableParts(literals);
        Set<String> open = Set.of();
        for (CodeNode item : items) {
            parts.member(item).ifPresent(part -> TableParts.add(members, part));
            boolean isCall = CallNode.of(item).isPresent();
            if (!isCall && !item.is("dictionary")) {
                open = TableParts.ALL;
            }
        }
        return open;
    }

    /** The indexes that stand at module level for a class or a table. */
    private List<Member> apart(String owner, Literals literals) {
        TableParts parts = new TableParts(literals);
        return module.children().stream()
                .filter(statement -> statement.is("expression_statement"))
                .flatMap(statement -> statement.children().stream())
                .map(statement ->
                        statement.is("assignment") ? statement.field("right").orElse(statement) : statement)
                .filter(statement -> CallNode.of(statement)
                        .filter(call -> call.name().equals("Index"))
                        .flatMap(parts::owner)
                        .filter(owner::equals)
                        .isPresent())
                .flatMap(statement -> parts.member(statement).stream())
                .toList();
    }

    /** {@code Table("users", metadata, Column(…))}; absent where it is no table, or one that is read from the database. */
    private Optional<Model> table(CodeNode value) {
        Literals literals = literals(names);
        Optional<CallNode> call = CallNode.of(value).filter(made -> made.name().equals("Table"));
        Optional<String> name = call.flatMap(made -> made.at(0)).flatMap(literals::text);
        if (call.isEmpty()
                || name.isEmpty()
                || call.get().keywords().keySet().stream().anyMatch(key -> key.startsWith("autoload"))) {
            return Optional.empty();
        }
        MappedColumn columns = new MappedColumn(literals);
        SequencedMap<String, Member> members = new LinkedHashMap<>();
        List<CodeNode> rest = call.get().positional().stream().skip(1).toList();
        for (CodeNode argument : rest) {
            columns.call(argument)
                    .ifPresent(column -> columns.members("", Optional.empty(), column, argument)
                            .forEach(member -> TableParts.add(members, member)));
        }
        if (members.isEmpty()) {
            return Optional.empty();
        }
        Set<String> open = new HashSet<>();
        if (call.get().isOpen()) {
            open.add("column ");
            open.addAll(TableParts.ALL);
        }
        TableParts parts = new TableParts(literals);
        rest.forEach(argument -> parts.member(argument).ifPresent(part -> TableParts.add(members, part)));
        Span span = value.span();
        return Optional.of(new Model(name.get(), name, Certainty.WHOLE, List.of(), members, open, span));
    }

    private static Literals literals(Names known) {
        return new Literals(known, node -> false);
    }
}
