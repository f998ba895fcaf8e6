package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.LiveSchema;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.model.Applied;
import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.History;
import dev.migtrue.model.Source;
import dev.migtrue.model.UnreadFile;
import java.util.Locale;
import java.util.Optional;

/** Something that must have been looked at before a rule can say anything. Named in the {@code needs} line of its page. */
public enum Need {
    /** Working tree, index and HEAD. */
    GIT,
    /** The branch to be merged into, at its newest commit and where HEAD's line left it. */
    BASE,
    /** At least one version table. */
    DATABASE,
    /** Every migration file: none is left of which nothing is known. */
    FILES,
    /** What at least one database is made of. */
    CATALOGUE,
    /** What at least one database is made of, and what its migrations build. */
    SCHEMA;

    /** The word used on pages and in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it may be met for one database and not for another. */
    public boolean isOfDatabases() {
        return switch (this) {
            case DATABASE, CATALOGUE, SCHEMA -> true;
            case GIT, BASE, FILES -> false;
        };
    }

    /** Whether it is looked at only by those commands that are about it. */
    public boolean isOfSchemas() {
        return this == CATALOGUE || this == SCHEMA;
    }

    /** Whether it is met for one database. */
    public boolean isMetBy(SchemaView view) {
        return this == SCHEMA ? view.isCompared() : view.live() instanceof LiveSchema.Read;
    }

    /** Why this need is not met by {@code facts}, in one line; absent when it is met. */
    public Optional<String> unmetBy(Facts facts) {
        return switch (this) {
            case GIT ->
                unless(
                        facts.histories().containsKey(Source.WORKING_TREE)
                                && facts.histories().containsKey(Source.INDEX)
                                && facts.histories().containsKey(Source.HEAD),
                        "no working tree to look at");
            case BASE -> facts.histories().containsKey(Source.BASE) ? Optional.empty() : Optional.of(whyNoBase(facts));
            case DATABASE -> facts.known().isEmpty() ? Optional.of(whyNoDatabase(facts)) : Optional.empty();
            case FILES ->
                facts.histories().values().stream()
                        .map(History::unread)
                        .flatMap(unread -> unread.stream())
                        .findFirst()
                        .map(Need::notRead);
            case CATALOGUE, SCHEMA ->
                facts.circumstances().schemas().values().stream().anyMatch(this::isMetBy)
                        ? Optional.empty()
                        : Optional.of(whyNoSchema(facts));
        };
    }

    private static Optional<String> unless(boolean met, String reason) {
        return met ? Optional.empty() : Optional.of(reason);
    }

    private static String notRead(UnreadFile file) {
        return file.at().path() + ": " + file.reason();
    }

    private static String whyNoBase(Facts facts) {
        return switch (facts.baseBranch()) {
            case BaseBranch.NotRead unread -> unread.reason();
            case BaseBranch.Known known -> known.tip().name() + " was left out";
        };
    }

    private static String whyNoSchema(Facts facts) {
        return facts.circumstances().schemas().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().obstacle().orElse("read"))
                .reduce((first, second) -> first + "; " + second)
                .orElse("no database was named");
    }

    private static String whyNoDatabase(Facts facts) {
        return facts.databases().entrySet().stream()
                .map(entry -> switch (entry.getValue()) {
                    case Applied.NotRead unread -> entry.getKey() + ": " + unread.reason();
                    case Applied.NoTable none -> entry.getKey() + ": has no table " + none.table();
                    case Applied.Known known -> entry.getKey() + ": read";
                })
                .reduce((first, second) -> first + "; " + second)
                .orElse("no database was named");
    }
}
