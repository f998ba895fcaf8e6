package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.declared.Member.Certainty;
import dev.migtrue.language.code.prisma.PrismaSchema.Argument;
import dev.migtrue.language.code.prisma.PrismaSchema.Attribute;
import dev.migtrue.language.code.prisma.PrismaSchema.Block;
import dev.migtrue.language.code.prisma.PrismaSchema.Entry;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** What a field of Prisma's makes of a column. */
final class PrismaColumn {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

    /** The client, and not the database, thinks up these values. */
    private static final Pattern MADE_BY_CLIENT = Pattern.compile("(?:cuid|uuid|ulid|nanoid|auto)\\(.*\\)");

    /** What a type is where nothing else is said. */
    private static final Map<String, Map<String, String>> USUAL = Map.of(
            "postgresql",
            Map.of(
                    "String", "@db.Text",
                    "Boolean", "@db.Boolean",
                    "Int", "@db.Integer",
                    "BigInt", "@db.BigInt",
                    "Float", "@db.DoublePrecision",
                    "Decimal", "@db.Decimal(65,30)",
                    "DateTime", "@db.Timestamp(3)",
                    "Json", "@db.JsonB",
                    "Bytes", "@db.ByteA"),
            "mysql",
            Map.of(
                    "String", "@db.VarChar(191)",
                    "Boolean", "@db.TinyInt(1)",
                    "Int", "@db.Int",
                    "BigInt", "@db.BigInt",
                    "Float", "@db.Double",
                    "Decimal", "@db.Decimal(65,30)",
                    "DateTime", "@db.DateTime(3)",
                    "Json", "@db.Json",
                    "Bytes", "@db.LongBlob"));

    private final PrismaFile file;

    PrismaColumn(PrismaFile file) {
        this.file = file;
    }

    /** Absent for a field that stands for another model. */
    Optional<Member> member(Entry entry) {
        String type = entry.plainType();
        boolean isKnown = PrismaFile.isScalar(type) || file.enumeration(type).isPresent();
        if (!isKnown
                && (file.model(type).isPresent() || entry.attribute("@relation").isPresent())) {
            return Optional.empty();
        }
        boolean isColumn = isKnown || entry.attribute("@default").isPresent();
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        traits.put("type", type(entry));
        traits.put("nullability", Optional.of(entry.isOptional() ? "null" : "not null"));
        traits.put("default", initial(entry));
        return Optional.of(new Member(
                "column \"%s\"".formatted(PrismaFile.called(entry)),
                isColumn ? Certainty.PRESENT : Certainty.POSSIBLE,
                traits,
                entry.span()));
    }

    private Optional<String> type(Entry entry) {
        String type = entry.plainType();
        if (!PrismaFile.isScalar(type)) {
            return file.enumeration(type).map(PrismaFile::called).map(name -> "enum " + name + list(entry));
        }
        return stored(type, entry).map(name -> name + list(entry));
    }

    private static String list(Entry entry) {
        return entry.isList() ? "[]" : "";
    }

    /** The type that the database has for it; absent where it is said, and may be the usual one. */
    private Optional<String> stored(String type, Entry entry) {
        Optional<String> said = entry.attributes().stream()
                .filter(attribute -> attribute.name().startsWith("@db."))
                .findFirst()
                .map(PrismaColumn::written);
        Optional<Map<String, String>> usual = file.provider().flatMap(name -> Optional.ofNullable(USUAL.get(name)));
        if (said.isEmpty()) {
            // Prisma itself does not compare types that it does not know.
            return Optional.of(type.startsWith("Unsupported") ? "unsupported" : type);
        }
        return usual.isPresent()
                ? said.map(name -> name.equals(usual.get().get(type)) ? type : type + " " + name)
                : said.filter(name -> USUAL.values().stream().noneMatch(names -> name.equals(names.get(type))))
                        .map(name -> type + " " + name);
    }

    private static String written(Attribute attribute) {
        return attribute.arguments().isEmpty()
                ? attribute.name()
                : attribute.name()
                        + "("
                        + String.join(
                                ",",
                                attribute.arguments().stream()
                                        .map(Argument::text)
                                        .toList())
                        + ")";
    }

    /** Empty where the database sets none; absent where that is not known. */
    private Optional<String> initial(Entry entry) {
        Optional<String> said = entry.attribute("@default")
                .flatMap(given -> given.main("value"))
                .map(Argument::text);
        if (said.isEmpty() || MADE_BY_CLIENT.matcher(said.get()).matches()) {
            return Optional.of("");
        }
        if (NUMBER.matcher(said.get()).matches()) {
            return said.map(
                    number -> new BigDecimal(number).stripTrailingZeros().toPlainString());
        }
        return said.filter(text -> !text.equals("dbgenerated()")).flatMap(text -> value(text, entry));
    }

    /** A value of an enumeration as the database has it; anything else as it is written. */
    private Optional<String> value(String text, Entry entry) {
        if (PrismaFile.isScalar(entry.plainType())) {
            return Optional.of(text);
        }
        Optional<Block> known = file.enumeration(entry.plainType());
        return known.map(block -> PrismaFile.column(block, text));
    }
}
