package dev.migtrue.system.django;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.MigrationId;

/** A migration of an app, as its file has it. {@code name} is that of the file, without its ending. */
record Found(App app, String name, MigrationFile.Node node, FileSpan at) {

    MigrationId id() {
        return App.id(app.label(), name);
    }
}
