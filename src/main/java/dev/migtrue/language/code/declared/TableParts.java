package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.declared.Member.Certainty;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/** The indexes and constraints that SQLAlchemy's tables declare besides columns. Where one stands, it is called by its columns: its name may be made up. */
final class TableParts {

    static final String INDEX = "index on ";
    static final String UNIQUE = "unique constraint on ";
    static final String KEY = "foreign key on ";

    /** What labels of parts begin with. */
    static final Set<String> ALL = Set.of("index ", "unique ", "foreign ", "check ");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Literals literals;

    TableParts(Literals literals) {
        this.literals = literals;
    }

    /** What an argument of a table, or an item of {@code __table_args__}, declares; absent where it is none of these. */
    Optional<Member> member(CodeNode node) {
        return CallNode.of(node).flatMap(call -> switch (call.name()) {
            case "Index" -> Optional.of(index(call, node.span()));
            case "UniqueConstraint" -> Optional.of(onColumns(UNIQUE, call.positional(), name(call), call, node.span()));
            case "ForeignKeyConstraint" -> Optional.of(foreignKeys(call, node.span()));
            case "CheckConstraint" -> Optional.of(check(call, node.span()));
            default -> Optional.<Member>empty();
        });
    }

    private Member index(CallNode call, Span span) {
        Optional<String> name = call.at(0).flatMap(literals::text);
        List<CodeNode> columns = call.positional().isEmpty()
                ? List.of()
                : call.positional().subList(1, call.positional().size());
        Optional<String> unique = call.keyword("unique").map(literals::value).orElse(Optional.of("False"));
        if (unique.isEmpty()) {
            return possible(INDEX + call, span);
        }
        return onColumns(unique.get().equals("True") ? UNIQUE : INDEX, columns, name, call, span);
    }

    private Optional<String> name(CallNode call) {
        return call.keyword("name").flatMap(literals::text);
    }

    private Member onColumns(String kind, List<CodeNode> columns, Optional<String> name, CallNode call, Span span) {
        List<String> plain =
                columns.stream().flatMap(node -> column(node).stream()).toList();
        boolean isPlain = plain.size() == columns.size() && !plain.isEmpty() && !call.isOpen();
        if (!isPlain) {
            return name.filter(text -> !call.isOpen())
                    .map(text -> new Member(
                            kind.replace("on ", "") + "\"" + text + "\"",
                            Certainty.PRESENT,
                            new LinkedHashMap<>(),
                            span))
                    .orElseGet(() -> possible(kind + columns, span));
        }
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        traits.put("name", name);
        return new Member(kind + String.join(", ", plain), Certainty.PRESENT, traits, span);
    }

    private static Member possible(String label, Span span) {
        return new Member(label, Certainty.POSSIBLE, new LinkedHashMap<>(), span);
    }

    /** {@code "name"}, {@code name}, {@code cls.name}, {@code User.name}, {@code table.c.name}. */
    private Optional<String> column(CodeNode node) {
        return switch (node.kind()) {
            case "string" -> literals.text(node);
            case "identifier", "attribute" -> Optional.of(Names.last(node.text()));
            default -> Optional.empty();
        };
    }

    private Member foreignKeys(CallNode call, Span span) {
        List<CodeNode> columns = call.at(0).map(CodeNode::children).orElse(List.of());
        List<String> plain =
                columns.stream().flatMap(node -> column(node).stream()).toList();
        return plain.isEmpty() || plain.size() != columns.size()
                ? possible(KEY + columns, span)
                : new Member(KEY + String.join(", ", plain), Certainty.PRESENT, new LinkedHashMap<>(), span);
    }

    /** What {@code ForeignKey("users.id", ondelete="CASCADE")} makes of a column. */
    static Member foreignKey(List<String> columns, CallNode call, Literals literals, Span span) {
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        traits.put("target", call.at(0).flatMap(literals::text).map(TableParts::lastTwo));
        for (String option : List.of("ondelete", "onupdate")) {
            traits.put(
                    option,
                    call.keyword(option)
                            .map(literals::value)
                            .orElse(call.isOpen() ? Optional.empty() : Optional.of("None"))
                            .map(value -> value.toUpperCase(Locale.ROOT)));
        }
        return new Member(KEY + String.join(", ", columns), Certainty.PRESENT, traits, span);
    }

    private static String lastTwo(String target) {
        List<String> parts = List.of(target.split("\\.", -1));
        return String.join(".", parts.subList(Math.max(0, parts.size() - 2), parts.size()));
    }

    private Member check(CallNode call, Span span) {
        Optional<String> name = name(call);
        if (name.isEmpty()) {
            return possible("check constraint " + call, span);
        }
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        traits.put(
                "condition",
                call.at(0)
                        .filter(node -> !node.is("call"))
                        .flatMap(literals::text)
                        .map(text -> SPACE.matcher(text).replaceAll(" ").strip()));
        return new Member("check constraint \"%s\"".formatted(name.get()), Certainty.PRESENT, traits, span);
    }

    /** Of parts that are called the same, none is sure. */
    static void add(SequencedMap<String, Member> members, Member part) {
        Member before = members.put(part.label(), part);
        if (before != null) {
            members.put(part.label(), possible(part.label(), part.span()));
        }
    }

    /** The class, or the table, to which all columns of an index belong that stands by itself; absent where it is not one. */
    Optional<String> owner(CallNode index) {
        List<String> owners = new ArrayList<>();
        for (CodeNode column : index.positional().stream().skip(1).toList()) {
            String text = column.text();
            boolean isPart = column.is("attribute") && text.contains(".");
            owners.add(isPart ? text.substring(0, text.lastIndexOf('.')).replaceFirst("\\.c$", "") : "");
        }
        return owners.stream().distinct().count() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
    }
}
