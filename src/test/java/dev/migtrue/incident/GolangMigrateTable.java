package dev.migtrue.incident;

import java.nio.file.Path;
import java.util.List;

/** What golang-migrate would leave: it cannot be had where these tests were made, so its documented table is written by hand. */
final class GolangMigrateTable implements RealTool {

    @Override
    public String name() {
        return "golang-migrate, its table written by SQL";
    }

    @Override
    public String folder() {
        return "migrations";
    }

    @Override
    public String id(int number) {
        return Integer.toString(number);
    }

    @Override
    public String file(int number) {
        return folder() + "/%06d_%s.up.sql".formatted(number, Chain.name(number));
    }

    @Override
    public String text(int number) {
        return "create table " + Chain.name(number) + " (id int);\n";
    }

    @Override
    public void migrate(Path project, RealDatabase database) {
        database.execute(List.of(
                "create table schema_migrations (version bigint not null primary key, dirty boolean not null)",
                "insert into schema_migrations (version, dirty) values (14, false)"));
    }

    @Override
    public List<Integer> orphansWhenDeleted() {
        return List.of(14); // the table points at the newest only
    }
}
