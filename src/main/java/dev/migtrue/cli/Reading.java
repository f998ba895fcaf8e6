package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.facts.Survey;
import dev.migtrue.judge.Exceptions;
import dev.migtrue.judge.Exceptions.Extent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a run has read.
 *
 * @param configuration what the project says of its migrations
 * @param extent whether the survey is of the whole repository
 * @param top the folder that paths in the survey are relative to
 * @param origins where the addresses of databases were said that nobody named
 */
record Reading(Survey survey, Configuration configuration, Extent extent, Path top, List<AddressOrigin> origins) {

    Reading {
        origins = List.copyOf(origins);
    }

    /** The findings that do not count today. A day is the same everywhere: verdicts must not depend on the time zone. */
    Exceptions exceptions() {
        return exceptions(configuration, extent);
    }

    static Exceptions exceptions(Configuration configuration, Extent extent) {
        return new Exceptions(configuration.ignores(), LocalDate.now(ZoneOffset.UTC), extent);
    }
}
