package dev.migtrue.language.sql.rerun;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.MigrationId;

/** Which migration did something, and the statement that did it. */
public record Origin(MigrationId migration, FileSpan at) {}
