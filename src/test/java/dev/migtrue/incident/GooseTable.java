package dev.migtrue.incident;

import java.nio.file.Path;
import java.util.List;

/** What goose would leave: it cannot be had where these tests were made, so its documented table is written by hand. */
final class GooseTable implements RealTool {

    @Override
    public String name() {
        return "goose, its table written by SQL";
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
        return folder() + "/%05d_%s.sql".formatted(number, Chain.name(number));
    }

    @Override
    public String text(int number) {
        return """
                -- +goose Up
                create table %1$s (id int);

                -- +goose Down
                drop table %1$s;
                """.formatted(Chain.name(number));
    }

    @Override
    public void migrate(Path project, RealDatabase database) {
        database.execute(List.of("""
                create table goose_db_version (
                  id integer primary key,
                  version_id bigint not null,
                  is_applied boolean not null,
                  tstamp timestamp not null default current_timestamp
                )
                """));
        for (int row = 0; row <= 14; row++) {
            database.execute(List.of("insert into goose_db_version (id, version_id, is_applied) values (%d, %d, true)"
                    .formatted(row + 1, row)));
        }
    }
}
