package dev.migtrue.pages;

import dev.migtrue.model.Applied;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Project;
import dev.migtrue.model.Row;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UnreadFile;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A migration system that meets, in every source, one file more of which it can tell nothing. */
record HalfBlindSystem(MigrationSystem system) implements MigrationSystem {

    private record HalfBlindLayout(Layout layout) implements Layout {

        @Override
        public Project project() {
            return layout.project();
        }

        @Override
        public History history(Tree tree) {
            History history = layout.history(tree);
            UnreadFile unread =
                    new UnreadFile(FileSpan.of(project().root().child("unread")), "its id is computed when it runs");
            return new History(
                    history.ordering(),
                    history.migrations(),
                    history.malformed(),
                    Stream.concat(history.unread().stream(), Stream.of(unread)).toList(),
                    history.unmarked());
        }

        @Override
        public VersionTable versionTable() {
            return layout.versionTable();
        }

        @Override
        public Applied.Known applied(String table, List<Row> rows, History widest) {
            return layout.applied(table, rows, widest);
        }

        @Override
        public Optional<Checksum> checksum(Migration migration, Tree tree) {
            return layout.checksum(migration, tree);
        }
    }

    @Override
    public String name() {
        return system.name();
    }

    @Override
    public List<Layout> detect(Tree tree) {
        return system.detect(tree).stream().<Layout>map(HalfBlindLayout::new).toList();
    }
}
