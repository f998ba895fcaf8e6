package dev.migtrue.language.code.prisma;

import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A schema file of Prisma's, as it is written. */
public record PrismaSchema(List<Block> blocks) {

    public PrismaSchema {
        blocks = List.copyOf(blocks);
    }

    /** Absent where the text is none. */
    public static Optional<PrismaSchema> parse(String text) {
        return PrismaTokens.of(text).flatMap(tokens -> new PrismaParser(tokens).schema());
    }

    /** The blocks of one kind. */
    public Stream<Block> blocks(String kind) {
        return blocks.stream().filter(block -> block.kind().equals(kind));
    }

    /**
     * {@code model User { … }}.
     *
     * @param kind {@code model}, {@code enum}, {@code datasource}
     * @param attributes those of the block itself: {@code @@map}
     * @param span of its name
     */
    public record Block(String kind, String name, List<Entry> entries, List<Attribute> attributes, Span span) {

        public Block {
            entries = List.copyOf(entries);
            attributes = List.copyOf(attributes);
        }

        /** The first of a name, with its signs: {@code @@map}. */
        public Optional<Attribute> attribute(String wanted) {
            return attributes.stream()
                    .filter(attribute -> attribute.name().equals(wanted))
                    .findFirst();
        }

        /** What stands behind {@code name =}, without quotes. */
        public Optional<String> setting(String name) {
            return entries.stream()
                    .filter(entry -> entry.name().equals(name) && entry.type().startsWith("="))
                    .map(entry -> PrismaParser.unquoted(entry.type().substring(1)))
                    .findFirst();
        }
    }

    /**
     * A field of a model, a value of an enumeration, a setting.
     *
     * @param type with the signs behind it: {@code String?}; that of a setting begins with {@code =}; empty where there is none
     */
    public record Entry(String name, String type, List<Attribute> attributes, Span span) {

        public Entry {
            attributes = List.copyOf(attributes);
        }

        /** The first of a name, with its sign: {@code @map}. */
        public Optional<Attribute> attribute(String wanted) {
            return attributes.stream()
                    .filter(attribute -> attribute.name().equals(wanted))
                    .findFirst();
        }

        /** The type without what says that there may be none of it, or several. */
        public String plainType() {
            return type.replaceAll("(?:\\?|\\[])+$", "");
        }

        public boolean isOptional() {
            return type.endsWith("?");
        }

        public boolean isList() {
            return type.endsWith("[]");
        }
    }

    /** {@code @relation(fields: [userId], references: [id])}; its name with the signs before it. */
    public record Attribute(String name, List<Argument> arguments, Span span) {

        public Attribute {
            arguments = List.copyOf(arguments);
        }

        /** What is given under a name. */
        public Optional<Argument> given(String wanted) {
            return arguments.stream()
                    .filter(argument -> argument.name().filter(wanted::equals).isPresent())
                    .findFirst();
        }

        /** What is given under a name, or as the first without one. */
        public Optional<Argument> main(String wanted) {
            return given(wanted)
                    .or(() -> arguments.stream()
                            .filter(argument -> argument.name().isEmpty())
                            .findFirst());
        }
    }

    /**
     * One value given to an attribute.
     *
     * @param text of the value, without spaces between its words
     * @param items those of a list; one of no list has none
     */
    public record Argument(Optional<String> name, String text, List<String> items) {

        public Argument {
            items = List.copyOf(items);
        }

        /** The text without its quotes. */
        public String unquoted() {
            return PrismaParser.unquoted(text);
        }
    }
}
