package dev.migtrue.incident;

import dev.migtrue.system.liquibase.RealLiquibase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/** Liquibase, with a changelog in formatted SQL for each table. */
final class LiquibaseTool implements RealTool {

    private static final String ROOT = "db/changelog/db.changelog-master.yaml";

    @Override
    public String name() {
        return "liquibase";
    }

    @Override
    public String folder() {
        return "db/changelog/changes";
    }

    @Override
    public String id(int number) {
        return file(number) + "::" + number + "::ann";
    }

    @Override
    public String file(int number) {
        return folder() + "/%03d_%s.sql".formatted(number, Chain.name(number));
    }

    @Override
    public String text(int number) {
        return """
                --liquibase formatted sql
                --changeset ann:%d
                create table %s (id int);
                """.formatted(number, Chain.name(number));
    }

    @Override
    public SequencedMap<String, String> settings() {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put(ROOT, """
                databaseChangeLog:
                  - includeAll:
                      path: changes
                      relativeToChangelogFile: true
                """);
        return files;
    }

    @Override
    public Set<RealDatabase.Engine> engines() {
        return EnumSet.allOf(RealDatabase.Engine.class);
    }

    @Override
    public void migrate(Path project, RealDatabase database) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl())) {
            new RealLiquibase(project, connection, "DATABASECHANGELOG").update(ROOT, Chain.FORGOTTEN.getLast(), "");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
