package dev.migtrue.facts;

import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.Review;
import dev.migtrue.model.Migration;

/** A migration whose content is looked at, because it is new or was asked for. */
public record ReviewedMigration(Migration migration, Program program, Review review) {}
