package dev.migtrue.gather.road;

import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;

/**
 * What a migration does that was run and that no source has.
 *
 * @param path where its file lies, in the place in which it was found
 */
public record FoundProgram(MigrationId migration, RepoPath path, Program program) {}
