package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.prisma.PrismaSchema;
import dev.migtrue.language.code.prisma.PrismaSchema.Argument;
import dev.migtrue.language.code.prisma.PrismaSchema.Attribute;
import dev.migtrue.language.code.prisma.PrismaSchema.Block;
import dev.migtrue.language.code.prisma.PrismaSchema.Entry;
import java.util.Optional;
import java.util.Set;

/** A schema file of Prisma's; a schema may have others beside it, so that what a name stands for is not always known. */
record PrismaFile(PrismaSchema schema) {

    private static final Set<String> SCALARS =
            Set.of("String", "Boolean", "Int", "BigInt", "Float", "Decimal", "DateTime", "Json", "Bytes");

    /** The database it is for: {@code postgresql}; absent where another file says it. */
    Optional<String> provider() {
        return schema.blocks("datasource")
                .flatMap(block -> block.setting("provider").stream())
                .findFirst()
                .map(name -> name.equals("postgres") ? "postgresql" : name);
    }

    /** Whether relations are foreign keys; absent where another file says it. */
    Optional<Boolean> hasForeignKeys() {
        return schema.blocks("datasource")
                .findFirst()
                .map(block -> block.setting("relationMode")
                        .or(() -> block.setting("referentialIntegrity"))
                        .filter("prisma"::equals)
                        .isEmpty());
    }

    /** A model or a view of this file. */
    Optional<Block> model(String name) {
        return schema.blocks().stream()
                .filter(block -> block.kind().equals("model") || block.kind().equals("view"))
                .filter(block -> block.name().equals(name))
                .findFirst();
    }

    Optional<Block> enumeration(String name) {
        return schema.blocks("enum").filter(block -> block.name().equals(name)).findFirst();
    }

    static boolean isScalar(String type) {
        return SCALARS.contains(type) || type.startsWith("Unsupported(");
    }

    /** What a model is called in the database. */
    static String called(Block block) {
        return block.attribute("@@map").flatMap(PrismaFile::name).orElse(block.name());
    }

    /** What a field or a value is called in the database. */
    static String called(Entry entry) {
        return entry.attribute("@map").flatMap(PrismaFile::name).orElse(entry.name());
    }

    /** What a field of a model is called in the database, by the name that the file has for it. */
    static String column(Block block, String field) {
        return block.entries().stream()
                .filter(entry -> entry.name().equals(field))
                .findFirst()
                .map(PrismaFile::called)
                .orElse(field);
    }

    private static Optional<String> name(Attribute attribute) {
        return attribute.main("name").map(Argument::unquoted);
    }
}
