package dev.migtrue.system.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Reversal;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.testing.InMemoryTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as a down part, tool by tool. */
class DownPartTest {

    @Test
    void golangMigrateHasAFileBesideIt() {
        String up = "m/001_users.up.sql";
        assertThat(of("golang-migrate", up, "create table a ();", "m/1_other_words.down.sql", "drop table a;"))
                .contains(Reversal.WRITTEN);
        assertThat(of("golang-migrate", up, "create table a ();", "m/001_users.down.sql", " \n"))
                .contains(Reversal.MISSING);
        assertThat(of("golang-migrate", up, "create table a ();", "m/old/001_users.down.sql", "drop table a;"))
                .contains(Reversal.MISSING);
        assertThat(of("golang-migrate", up, "create table a ();", "m/002_users.down.sql", "drop table a;"))
                .contains(Reversal.MISSING);
    }

    @Test
    void dbmateAndGooseHaveASection() {
        assertThat(dbmate("-- migrate:down\ndrop table a;\n")).contains(Reversal.WRITTEN);
        assertThat(dbmate("-- migrate:down transaction:false\n-- cannot be undone\n"))
                .contains(Reversal.WRITTEN);
        assertThat(dbmate("-- migrate:down\n\n")).contains(Reversal.MISSING);
        assertThat(dbmate("")).contains(Reversal.MISSING);
        assertThat(dbmate("-- migrate:down\n-- migrate:up\nselect 1;\n")).contains(Reversal.MISSING);
        assertThat(goose("-- +GOOSE DOWN\nDROP TABLE a;\n")).contains(Reversal.WRITTEN);
        assertThat(goose("-- +goose Down\n-- +goose StatementBegin\n-- +goose StatementEnd\n"))
                .contains(Reversal.MISSING);
    }

    @Test
    void whatGoDoesIsNotKnown() {
        assertThat(of("goose", "m/1_a.go", "func init() { goose.AddMigration(up, nil) }"))
                .isEmpty();
    }

    @Test
    void ternHasWhatStandsBelowItsLine() {
        assertThat(of("tern", "m/001_a.sql", "select 1;\n---- create above / drop below ----\nselect 2;\n"))
                .contains(Reversal.WRITTEN);
        assertThat(of("tern", "m/001_a.sql", "select 1;\n---- create above / drop below ----\n"))
                .contains(Reversal.MISSING);
    }

    @Test
    void railsHasAMethodOrMakesItUp() {
        assertThat(rails("  def change\n  end\n")).contains(Reversal.WRITTEN);
        assertThat(rails("  def up\n  end\n\n  def down\n  end\n")).contains(Reversal.WRITTEN);
        assertThat(rails("  def self.up\n  end\n  def self.down\n  end\n")).contains(Reversal.WRITTEN);
        assertThat(rails("  def up\n  end\n  # def down\n")).contains(Reversal.MISSING);
        assertThat(rails("  include Shared\n")).isEmpty();
    }

    private static Optional<Reversal> dbmate(String down) {
        return of("dbmate", "db/migrations/1_a.sql", "-- migrate:up\ncreate table a ();\n" + down);
    }

    private static Optional<Reversal> goose(String down) {
        return of("goose", "migrations/1_a.sql", "-- +goose Up\ncreate table a ();\n" + down);
    }

    private static Optional<Reversal> rails(String body) {
        return of("rails", "db/migrate/1_a.rb", "class A < ActiveRecord::Migration[7.1]\n" + body + "end\n");
    }

    /** What is known of the one migration among these files. */
    private static Optional<Reversal> of(String tool, String... pathsAndTexts) {
        Map<String, String> files = new HashMap<>();
        for (int at = 0; at < pathsAndTexts.length; at += 2) {
            files.put(pathsAndTexts[at], pathsAndTexts[at + 1]);
        }
        InMemoryTree tree = InMemoryTree.of(files);
        MigrationSystem system = KeyedTools.ALL.stream()
                .filter(one -> one.name().equals(tool))
                .findFirst()
                .orElseThrow();
        Layout layout = system.detect(tree).getFirst();
        return layout.reversal(layout.history(tree).migrations().getFirst(), tree);
    }
}
