package dev.migtrue.language.code.rails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.code.ProgramText;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RailsMigrationTest {

    private static Program read(String statements) {
        return RailsMigration.read(migration(statements), Dialect.POSTGRESQL);
    }

    private static String migration(String statements) {
        return "class AddThings < ActiveRecord::Migration[7.0]\n  NAMES = %w[a b].freeze\n\n  def change\n"
                + statements.indent(4) + "  end\n\n  def known?\n    table_exists?(:t)\n  end\nend\n";
    }

    @Test
    void aBlockSaysWhatATableIsMadeOf() {
        Program program = read("""
                create_table :users, id: false do |t|
                  t.string :name, :title, null: false, default: "x"
                  t.decimal :price, precision: 8, scale: 2
                  t.column :kind, "tsvector"
                  t.timestamps
                end
                """);

        assertThat(ProgramText.of(program.operations()))
                .isEqualTo("CREATE TABLE users (name character varying DEFAULT 'x' NOT NULL,"
                        + " title character varying DEFAULT 'x' NOT NULL, price numeric(8, 2), kind tsvector,"
                        + " created_at timestamp(6) NOT NULL, updated_at timestamp(6) NOT NULL)");
        assertThat(program.mode()).isEqualTo(Mode.ONE_TRANSACTION);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '`', textBlock = """
            add_column :t, :c, :text >> ALTER TABLE t ADD COLUMN c text
            add_column :t, :c, :text unless column_exists?(:t, :c) >> if no column t.c { ALTER TABLE t ADD COLUMN c text }
            unless table_exists?(:t) then execute "A" else execute "B" end >> if no table t { A } else { B }
            execute("A") if !table_exists?(:t) && !column_exists?(:u, :c) >> if (no table t and no column u.c) { A }
            execute "A" unless known? >> if no table t { A }
            return if table_exists?(:t); execute "A" >> if no table t { A }
            table_exists?(:t) ? nil : execute("A") >> if no table t { A }
            NAMES.each { |n| execute "DROP TABLE #{n}" } >> DROP TABLE a~DROP TABLE b
            sql = "DROP " + 'TABLE t'; execute sql >> DROP TABLE t
            execute %q(DROP TABLE 'a') >> DROP TABLE 'a'
            execute "SELECT \\"a\\"" >> SELECT "a"
            reversible { |dir| dir.up { execute "A" }; dir.down { execute "B" } } >> A
            reversible do |dir| dir.up do execute "A" end end >> A
            safety_assured { execute "A" } >> A
            connection.execute "A" >> A
            execute "A" rescue nil >> try ALL { A } or {  }
            execute "A #{Time.now}" >> ? SQL that is known only when it runs: it is a string with values filled in at 5
            something.each { |x| execute "A" } >> repeat { A }
            add_index :t, :c >> ? 'add_index' at 5
            case 1 when 1 then execute "A" end >> ? a statement that is not followed at 5
            strange(1) { execute "A" } >> ? what 'strange' does with a function at 5
            create_table(:t, id: false) { |t| t.text :c if column_exists?(:u, :v) } >> CREATE TABLE t ()~? a part of a table that is made under a condition at 5
            create_table :t, force: :cascade >> DROP TABLE IF EXISTS t~CREATE TABLE t (id bigserial PRIMARY KEY)
            table_exists?(:t) or execute("A") >> if no table t { A }
            """)
    void whatAStatementDoesIsTold(String statement, String done) {
        assertThat(ProgramText.of(read(statement).operations())).isEqualTo(done.replace("~", "\n"));
    }

    @Test
    void anErrorThatIsCaughtIsNoEnd() {
        Program program = read("""
                begin
                  execute "A"
                rescue PG::DuplicateTable => e
                  puts e
                ensure
                  execute "B"
                end
                """);

        assertThat(ProgramText.of(program.operations())).isEqualTo("try OF_DEFINITIONS { A } or {  }\nB");
    }

    @Test
    void sqlOfAHereDocumentStandsWhereTheFileHasIt() {
        String text = migration("""
                execute <<~SQL
                  UPDATE t
                  SET a = 1;
                SQL
                execute(<<-A + <<~B)
                  DROP VIEW a;
                A
                  DROP VIEW b;
                B
                """);

        Program program = RailsMigration.read(text, Dialect.POSTGRESQL);

        assertThat(program.operations().getFirst()).isInstanceOfSatisfying(Operation.Written.class, written -> {
            assertThat(written.file()
                            .substring(written.place().start(), written.place().end()))
                    .startsWith("      UPDATE t\n");
            assertThat(text.substring(0, written.place().start())).endsWith("execute <<~SQL\n");
        });
        assertThat(ProgramText.of(program.operations())).isEqualTo("UPDATE t SET a = 1;\nDROP VIEW a; DROP VIEW b;");
    }

    @Test
    void whatIsNoRubyIsTold() {
        assertThat(ProgramText.of(RailsMigration.read(
                                "class A < ActiveRecord::Migration[7.0]\n  def change\n    ))) <<< \n  end\nend\n",
                                Dialect.POSTGRESQL)
                        .operations()))
                .contains("what is no Ruby");
    }
}
