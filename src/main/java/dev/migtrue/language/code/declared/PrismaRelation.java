package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.declared.Member.Certainty;
import dev.migtrue.language.code.prisma.PrismaSchema.Argument;
import dev.migtrue.language.code.prisma.PrismaSchema.Attribute;
import dev.migtrue.language.code.prisma.PrismaSchema.Block;
import dev.migtrue.language.code.prisma.PrismaSchema.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The foreign keys of a model of Prisma's, and the tables that join it to others. */
final class PrismaRelation {

    private final PrismaFile file;
    private final Block block;

    PrismaRelation(PrismaFile file, Block block) {
        this.file = file;
        this.block = block;
    }

    /** Absent for a field that is no relation, or the other side of one. */
    Optional<Member> member(Entry entry) {
        Optional<Attribute> relation = entry.attribute("@relation");
        Optional<List<String>> fields =
                relation.flatMap(given -> given.given("fields")).map(Argument::items);
        return relation.isPresent() && fields.isPresent()
                ? key(entry, relation.get(), fields.get())
                : file.model(entry.plainType()).flatMap(other -> joint(entry, other));
    }

    private Optional<Member> key(Entry entry, Attribute relation, List<String> fields) {
        Optional<Boolean> isKey = file.hasForeignKeys();
        if (isKey.filter(has -> !has).isPresent()) {
            return Optional.empty();
        }
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        traits.put("target", target(entry, relation));
        traits.put("onDelete", action(relation, "onDelete").or(() -> usualOnDelete(entry)));
        traits.put("onUpdate", action(relation, "onUpdate").or(() -> Optional.of("Cascade")));
        traits.put("name", PrismaModels.mapped(relation));
        List<String> columns =
                fields.stream().map(field -> PrismaFile.column(block, field)).toList();
        return Optional.of(new Member(
                TableParts.KEY + String.join(", ", columns),
                isKey.isPresent() ? Certainty.PRESENT : Certainty.POSSIBLE,
                traits,
                entry.span()));
    }

    /** Absent where the other model stands in another file. */
    private Optional<String> target(Entry entry, Attribute relation) {
        return file.model(entry.plainType())
                .flatMap(other -> relation.given("references")
                        .map(references -> PrismaFile.called(other)
                                + references.items().stream()
                                        .map(field -> PrismaFile.column(other, field))
                                        .toList()));
    }

    private static Optional<String> action(Attribute relation, String event) {
        return relation.given(event).map(Argument::text);
    }

    private Optional<String> usualOnDelete(Entry entry) {
        if (file.provider().filter("sqlserver"::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(entry.isOptional() ? "SetNull" : "Restrict");
    }

    /** The table between two models of which each has a list of the other, told of the one that comes first. */
    private Optional<Member> joint(Entry entry, Block other) {
        boolean isMutual = other.entries().stream()
                .anyMatch(back -> back.isList()
                        && back.plainType().equals(block.name())
                        && name(back).equals(name(entry))
                        && isFirst(entry, other, back));
        if (!entry.isList() || !isMutual) {
            return Optional.empty();
        }
        String table = name(entry).orElse(block.name() + "To" + other.name());
        return Optional.of(new Member(
                "join table \"_%s\"".formatted(table), Certainty.PRESENT, new LinkedHashMap<>(), entry.span()));
    }

    private boolean isFirst(Entry entry, Block other, Entry back) {
        int order = block.name().compareTo(other.name());
        return order < 0
                || (order == 0
                        && block.entries().indexOf(entry) < block.entries().indexOf(back));
    }

    private static Optional<String> name(Entry entry) {
        return entry.attribute("@relation").flatMap(given -> given.main("name")).map(Argument::unquoted);
    }
}
