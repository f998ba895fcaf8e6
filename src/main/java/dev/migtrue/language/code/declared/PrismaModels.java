package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.declared.Member.Certainty;
import dev.migtrue.language.code.declared.ModelDifference.Kind;
import dev.migtrue.language.code.prisma.PrismaSchema;
import dev.migtrue.language.code.prisma.PrismaSchema.Argument;
import dev.migtrue.language.code.prisma.PrismaSchema.Attribute;
import dev.migtrue.language.code.prisma.PrismaSchema.Block;
import dev.migtrue.language.code.prisma.PrismaSchema.Entry;
import dev.migtrue.model.FileText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads what a schema file of Prisma's makes of the database. What only the client sees is left out. */
public final class PrismaModels {

    /** In these an enumeration is the client's business alone. */
    private static final Set<String> WITHOUT_ENUMS = Set.of("sqlite", "sqlserver");

    private PrismaModels() {}

    /** What a file declares. */
    public static DeclaredModels read(FileText file) {
        return file instanceof FileText.Decoded decoded ? read(decoded.text()) : DeclaredModels.UNREAD;
    }

    static DeclaredModels read(String text) {
        return PrismaSchema.parse(text)
                .map(PrismaFile::new)
                .map(PrismaModels::models)
                .orElse(DeclaredModels.UNREAD);
    }

    private static DeclaredModels models(PrismaFile file) {
        List<Model> models = new ArrayList<>();
        file.schema().blocks("model").map(block -> table(block, file)).forEach(models::add);
        if (file.provider().filter(WITHOUT_ENUMS::contains).isEmpty()) {
            file.schema().blocks("enum").map(PrismaModels::values).forEach(models::add);
        }
        return new DeclaredModels(models, Set.of(), true);
    }

    private static Model table(Block block, PrismaFile file) {
        SequencedMap<String, Member> members = new LinkedHashMap<>();
        PrismaColumn columns = new PrismaColumn(file);
        PrismaKeys keys = new PrismaKeys(block);
        PrismaRelation relations = new PrismaRelation(file, block);
        for (Entry entry : block.entries()) {
            columns.member(entry).ifPresent(member -> TableParts.add(members, member));
            keys.ofField(entry).forEach(member -> TableParts.add(members, member));
            relations.member(entry).ifPresent(member -> TableParts.add(members, member));
        }
        for (Attribute attribute : block.attributes()) {
            keys.ofTable(attribute).ifPresent(member -> TableParts.add(members, member));
        }
        return new Model(
                Kind.MODEL,
                block.name(),
                Optional.of(PrismaFile.called(block)),
                Certainty.PRESENT,
                List.of(),
                members,
                Set.of(),
                block.span());
    }

    private static Model values(Block block) {
        SequencedMap<String, Member> members = new LinkedHashMap<>();
        for (Entry value : block.entries()) {
            String label = "value \"%s\"".formatted(PrismaFile.called(value));
            members.put(label, new Member(label, Certainty.WHOLE, new LinkedHashMap<>(), value.span()));
        }
        // MySQL has no name for it, and writes its values out where it is used.
        return new Model(
                Kind.ENUM, block.name(), Optional.empty(), Certainty.WHOLE, List.of(), members, Set.of(), block.span());
    }

    /** The value of an argument that is a name for the database; absent where it is none. */
    static Optional<String> mapped(Attribute attribute) {
        return attribute.given("map").map(Argument::unquoted);
    }
}
