package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.declared.Member.Certainty;
import dev.migtrue.language.code.prisma.PrismaSchema.Argument;
import dev.migtrue.language.code.prisma.PrismaSchema.Attribute;
import dev.migtrue.language.code.prisma.PrismaSchema.Block;
import dev.migtrue.language.code.prisma.PrismaSchema.Entry;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys and indexes of a model of Prisma's, called by their columns. */
final class PrismaKeys {

    private static final String PRIMARY = "primary key";

    /** Arguments that are no matter of the database, or are looked at by themselves. */
    private static final Set<String> APART = Set.of("fields", "name", "map");

    private final Block block;

    PrismaKeys(Block block) {
        this.block = block;
    }

    /** What {@code @id} and {@code @unique} make. */
    List<Member> ofField(Entry entry) {
        List<Member> keys = new ArrayList<>();
        String column = PrismaFile.called(entry);
        entry.attribute("@id")
                .map(id -> primary(List.of(column), id, entry.span()))
                .ifPresent(keys::add);
        entry.attribute("@unique")
                .map(unique -> onColumns(TableParts.UNIQUE, List.of(column), unique, entry.span()))
                .ifPresent(keys::add);
        return keys;
    }

    /** What an attribute of the whole model makes; absent where it is none of these. */
    Optional<Member> ofTable(Attribute attribute) {
        Optional<List<String>> fields = attribute.main("fields").map(Argument::items);
        return fields.flatMap(items -> switch (attribute.name()) {
            case "@@id" -> Optional.of(primary(columns(items), attribute, attribute.span()));
            case "@@unique" -> Optional.of(onColumns(TableParts.UNIQUE, items, attribute, attribute.span()));
            case "@@index" -> Optional.of(onColumns(TableParts.INDEX, items, attribute, attribute.span()));
            case "@@fulltext" -> Optional.of(onColumns("full text index on ", items, attribute, attribute.span()));
            default -> Optional.<Member>empty();
        });
    }

    private Member primary(List<String> columns, Attribute attribute, Span span) {
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        traits.put("columns", Optional.of(String.join(", ", columns)));
        traits.put("name", PrismaModels.mapped(attribute));
        return new Member(PRIMARY, Certainty.PRESENT, traits, span);
    }

    private Member onColumns(String kind, List<String> items, Attribute attribute, Span span) {
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        traits.put("name", PrismaModels.mapped(attribute));
        traits.put("options", Optional.of(options(items, attribute)));
        return new Member(kind + String.join(", ", columns(items)), Certainty.PRESENT, traits, span);
    }

    private List<String> columns(List<String> items) {
        return items.stream()
                .map(item -> item.replaceFirst("\\(.*", ""))
                .map(field -> PrismaFile.column(block, field))
                .toList();
    }

    /** What is said besides the columns, without what goes without saying. */
    private static String options(List<String> items, Attribute attribute) {
        Stream<String> ofColumns = items.stream()
                .filter(item -> item.endsWith(")"))
                .map(item -> item.replace("sort:Asc", "").replace("()", ""))
                .filter(item -> item.endsWith(")"));
        Stream<String> ofAll = attribute.arguments().stream()
                .filter(argument ->
                        argument.name().filter(name -> !APART.contains(name)).isPresent())
                .map(argument -> argument.name().orElse("") + ":" + argument.text())
                .filter(option -> !option.equals("type:BTree") && !option.equals("sort:Asc"))
                .sorted();
        return Stream.concat(ofColumns, ofAll).collect(Collectors.joining(" "));
    }
}
