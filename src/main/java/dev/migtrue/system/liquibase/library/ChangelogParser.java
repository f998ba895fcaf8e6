package dev.migtrue.system.liquibase.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParser;
import liquibase.parser.ChangeLogParserFactory;

/** Has Liquibase parse changelogs for one kind of database. They share what they define: parse them in the order of their inclusion. */
public final class ChangelogParser {

    private final TextResources files;
    private final GivenParameters parameters;
    private final Session session;
    private final DbmsChangeSetFilter filter;

    /**
     * @param dialect Liquibase's short name of the database; one that it does not know stands for any that no changelog names
     * @param texts the text of a file, by its path as Liquibase spells it
     * @param given the value that is given for a name beside all changelogs
     */
    public ChangelogParser(
            String dialect, Function<String, Optional<String>> texts, Function<String, Optional<String>> given) {
        this.files = new TextResources(texts);
        Database database = Session.database(dialect);
        this.parameters = new GivenParameters(database.getShortName(), given);
        this.session = new Session(database, files);
        this.filter = new DbmsChangeSetFilter(database);
    }

    /**
     * The changesets of one changelog, without those that it includes; absent when Liquibase cannot parse it.
     *
     * @param above the paths of the changelogs that include it, the nearest first
     */
    public Optional<List<ParsedChangeSet>> parse(String path, List<String> above) {
        files.showOnly(path);
        parameters.enter(path, above);
        Optional<List<ParsedChangeSet>> parsed =
                session.run(() -> parser(path).parse(path, parameters, files).getChangeSets().stream()
                        .map(changeSet -> reduced(changeSet, () -> parameters.enter(path, above)))
                        .toList());
        files.showAll();
        return parsed;
    }

    /** Without what is for other databases: an update takes it away before it makes the checksum. */
    private ParsedChangeSet reduced(ChangeSet changeSet, Runnable enter) {
        filter.accepts(changeSet);
        return new ParsedChangeSet(changeSet, session, enter);
    }

    /** A parser of XML remembers for ever whether it validates. */
    private ChangeLogParser parser(String path) throws LiquibaseException {
        return path.toLowerCase(Locale.ROOT).endsWith(".xml")
                ? new OwnElementsParser()
                : ChangeLogParserFactory.getInstance().getParser(path, files);
    }
}
