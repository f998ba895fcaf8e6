package dev.migtrue.system.liquibase.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;

/**
 * The files of a project as Liquibase sees them. While a changelog is parsed, all others are empty ones: each is parsed by itself, so that
 * one which Liquibase cannot understand takes no other with it.
 */
final class TextResources extends AbstractResourceAccessor {

    private static final Map<String, String> EMPTY = Map.of(
            "xml", """
                    <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                        xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                            http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd"/>
                    """,
            "yaml", "databaseChangeLog: []\n",
            "yml", "databaseChangeLog: []\n",
            "json", "{\"databaseChangeLog\": []}\n",
            "sql", "--liquibase formatted sql\n");

    private final Function<String, Optional<String>> texts;
    private Optional<String> parsed = Optional.empty();

    TextResources(Function<String, Optional<String>> texts) {
        this.texts = texts;
    }

    /** Shows this changelog as it is, and every other one as empty. */
    void showOnly(String path) {
        parsed = Optional.of(path);
    }

    void showAll() {
        parsed = Optional.empty();
    }

    @Override
    public Resource get(String path) {
        boolean isHidden = parsed.filter(only -> !only.equals(path)).isPresent();
        Optional<String> empty = Optional.ofNullable(EMPTY.get(ending(path)));
        return new TextResource(path, isHidden && empty.isPresent() ? empty : texts.apply(path), this);
    }

    @Override
    public List<Resource> getAll(String path) {
        Resource only = get(path);
        return only.exists() ? List.of(only) : List.of();
    }

    @Override
    public List<Resource> search(String path, SearchOptions options) {
        return List.of(get(path + "/empty.xml"));
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        return List.of(get(path + "/empty.xml"));
    }

    @Override
    public List<String> describeLocations() {
        return List.of("the repository");
    }

    @Override
    public void close() {}

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
