package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.Grammar;
import dev.migtrue.language.code.declared.Member.Certainty;
import dev.migtrue.model.FileText;
import dev.migtrue.model.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads the snapshot of all entities that Entity Framework Core writes with each migration. */
public final class SnapshotModels {

    /** What is told of one entity, at several places of the snapshot. */
    private static final class Entity {
        private final SequencedMap<String, Member> members = new LinkedHashMap<>();
        private final Span span;
        private Optional<String> table = Optional.empty();

        Entity(Span span) {
            this.span = span;
        }

        /** One that names no table shares that of another, or has none. */
        Model model(String name) {
            return new Model(
                    name,
                    table,
                    table.isPresent() ? Certainty.PRESENT : Certainty.POSSIBLE,
                    List.of(),
                    members,
                    Set.of(),
                    span);
        }
    }

    private final SequencedMap<String, Entity> entities = new LinkedHashMap<>();

    private SnapshotModels() {}

    /** What a file declares. */
    public static DeclaredModels read(FileText file) {
        return file instanceof FileText.Decoded decoded ? read(decoded.text()) : DeclaredModels.UNREAD;
    }

    static DeclaredModels read(String text) {
        return CodeNode.of(Grammar.C_SHARP, text, Set.of())
                .filter(file -> !DeclaredModels.isBroken(file))
                .map(file -> new SnapshotModels().models(file))
                .orElse(DeclaredModels.UNREAD);
    }

    private DeclaredModels models(CodeNode file) {
        collect(file);
        List<Model> models = entities.entrySet().stream()
                .map(entry -> entry.getValue().model(entry.getKey()))
                .toList();
        return new DeclaredModels(models, Set.of(), true);
    }

    private void collect(CodeNode node) {
        Optional<CallChain.Call> entity = CallChain.of(node)
                .filter(chain -> chain.subject().equals("modelBuilder"))
                .flatMap(chain -> chain.call("Entity"));
        if (entity.isPresent()) {
            entity.get().first().ifPresent(name -> add(name, entity.get().arguments(), node.span()));
        } else {
            node.children().forEach(this::collect);
        }
    }

    private void add(String name, List<CodeNode> arguments, Span span) {
        Entity entity = entities.computeIfAbsent(name, first -> new Entity(span));
        arguments.getLast().field("body").stream()
                .flatMap(body -> body.children().stream())
                .flatMap(statement -> statement.children().stream())
                .forEach(statement -> CallChain.of(statement).ifPresent(chain -> add(entity, chain, statement.span())));
    }

    private static void add(Entity entity, CallChain chain, Span span) {
        if (chain.calls().getFirst().name().equals("ToTable")) {
            entity.table = chain.calls().getFirst().texts().stream().findFirst();
        }
        SnapshotMember.of(chain, span).ifPresent(member -> TableParts.add(entity.members, member));
    }
}
