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

    /** SQLite takes them nowhere else. */
    @Test
    void constraintsStandBehindAllColumns() {
        Program program = read("""
                create_table :posts, id: false do |t|
                  t.references :user, foreign_key: true, index: false
                  t.check_constraint "user_id > 0", name: "positive"
                  t.text :body
                end
                """);

        assertThat(ProgramText.of(program.operations()))
                .matches("CREATE TABLE posts \\(user_id bigint, body text, CONSTRAINT fk_rails_.*");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '`', textBlock = """
            add_column :t, :c, :text >> ALTER TABLE t ADD COLUMN c text
            add_column :t, :c, :text unless column_exists?(:t, :c) >> if no column t.c { ALTER TABLE t ADD COLUMN c text }
            unless table_exists?(:t) then execute "A" else execute "B" end >> if no table t { A } else { B }
            execute("A") if !table_exists?(:t) && !column_exists?(:u, :c) >> if (no table t and no column u.c) { A }
            execute "A" unless known? >> if no table t { A }
            execute "A" if 0; execute "B" if ""; execute "C" if nil >> A~B
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
            begin execute "A"; rescue => e; warn "x"; raise; end >> A
            begin execute "A"; rescue => e; raise e; end >> A
            execute "A #{Time.now}" >> ? SQL that is known only when it runs: it is a string with values filled in at 5
            something.each { |x| execute "A" } >> repeat { A }
            add_index :t, :c >> CREATE INDEX index_t_on_c ON t (c)
            add_index :t, %w[a b], unique: true, algorithm: :concurrently, if_not_exists: true >> if no index t.index_t_on_a_and_b { CREATE UNIQUE INDEX CONCURRENTLY index_t_on_a_and_b ON t (a, b) }
            add_index :t, "lower(c)" >> CREATE INDEX index_t_on_lower_c ON t (lower(c))
            add_index :t, :c unless index_exists?(:t, :c) >> if no index t.index_t_on_c { CREATE INDEX index_t_on_c ON t (c) }
            add_index :t, :c unless index_exists?(:t, :c, name: "i") >> if no index t.i { CREATE INDEX index_t_on_c ON t (c) }
            remove_index :t, :c if index_exists?(:t, :c) >> if index t.index_t_on_c { DROP INDEX index_t_on_c }
            remove_index :t, name: :i, if_exists: true >> if index t.i { DROP INDEX i }
            add_column :t, :c, :text, if_not_exists: true >> if no column t.c { ALTER TABLE t ADD COLUMN c text }
            add_foreign_key :t, :people unless foreign_key_exists?(:t, :people) >> if no constraint t.fk_rails_356c369bde { ALTER TABLE t ADD CONSTRAINT fk_rails_356c369bde FOREIGN KEY (person_id) REFERENCES people (id) }
            add_foreign_key :t, :u, column: :c, name: "f", validate: false >> ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (c) REFERENCES u (id) NOT VALID
            drop_table :t, if_exists: true >> DROP TABLE IF EXISTS t
            drop_table :t if data_source_exists?(:t) >> if table t { DROP TABLE t }
            rename_column :t, :a, :b if column_exists?(:t, :a) >> if column t.a { ALTER TABLE t RENAME COLUMN a TO b }
            change_table(:t) { |t| t.string :a unless t.column_exists?(:a); t.remove :b } >> if no column t.a { ALTER TABLE t ADD COLUMN a character varying }~ALTER TABLE t DROP COLUMN b
            enable_extension "uuid-ossp" >> CREATE EXTENSION IF NOT EXISTS "uuid-ossp"
            create_enum :mood, %w[sad ok] >> if no type mood { CREATE TYPE mood AS ENUM ('sad', 'ok') }
            add_enum_value :mood, "glad", if_not_exists: true >> ALTER TYPE mood ADD VALUE IF NOT EXISTS 'glad'
            case 1 when 2 then execute "A" when 1, 3 then execute "B" else execute "C" end >> B
            case connection.adapter_name when "PostgreSQL" then execute "A" else execute "B" end >> A
            sql = if 1 == 1 then "A" else "B" end; execute sql >> A
            %w[a b].each_with_index { |n, i| execute "#{n}#{i}" } >> a0~b1
            { a: 1 }.each { |k, v| execute "#{k}#{v}" } >> a1
            super >> ``
            reversible { |dir| dir.up { return if table_exists?(:t) } }; execute "A" >> if table t { leave }~A
            %w[a b].each { |n| return if table_exists?(n) }; execute "A" >> if no table a { if no table b { A } }
            execute "A" if connection.columns(:t).map(&:name).include?("c") >> if column t.c { A }
            execute "A" if connection.tables.include?("t") >> if table t { A }
            execute "A" if connection.select_value("SELECT 1 FROM pg_type WHERE typname = 'm'").nil? >> if no type m { A }
            User.update_all(a: 1) >> UPDATE users SET a = 1
            User.where(a: nil).update_all("b = a + 1") >> UPDATE users SET b = a + 1 WHERE a IS NULL
            User.create!(name: "x") >> INSERT INTO users (name) VALUES ('x')
            User.find_each { |u| u.update!(a: 1) } >> repeat { ? rows of a model ('update!') at 5 }
            User.find_each(&:touch) >> ? what each row is told to do ('touch') at 5
            User.joins(:b).delete_all >> ? rows of a model ('delete_all') at 5
            User.first.save! >> ? rows of a model ('save!') at 5
            ensure_index :t, :c >> ? 'ensure_index' at 5
            User.reset_column_information >> ``
            strange(1) { execute "A" } >> ? what 'strange' does with a function at 5
            create_table(:t, id: false) { |t| t.text :c if column_exists?(:u, :v) } >> CREATE TABLE t ()~? a part of a table that is made under a condition at 5
            create_table :t, force: :cascade >> DROP TABLE IF EXISTS t~CREATE TABLE t (id bigserial PRIMARY KEY)
            table_exists?(:t) or execute("A") >> if no table t { A }
            """)
    void whatAStatementDoesIsTold(String statement, String done) {
        assertThat(ProgramText.of(read(statement).operations())).isEqualTo(done.replace("~", "\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "7.1, idx_on_first_long_name_of_a_column_second_long_name_796c75b6ef",
        "7.0, index_things_on_first_long_name_of_a_column_and_second_long_name_of_a_column"
    })
    void aLongNameOfAnIndexIsShortenedAsTheVersionDoes(String version, String name) {
        String text = migration("add_index :things, %i[first_long_name_of_a_column second_long_name_of_a_column]")
                .replace("7.0", version);

        assertThat(ProgramText.of(RailsMigration.read(text, Dialect.POSTGRESQL).operations()))
                .startsWith("CREATE INDEX " + name + " ON things");
    }

    @ParameterizedTest
    @CsvSource({
        "people, person",
        "categories, category",
        "boxes, box",
        "statuses, status",
        "series, series",
        "user_addresses, user_address",
        "knives, knife",
        "media, medium",
        "heroes, hero"
    })
    void oneOfManyIsCalledAsRailsCallsIt(String many, String one) {
        assertThat(Nouns.one(many)).isEqualTo(one);
        assertThat(Nouns.many(one)).isEqualTo(many.equals("heroes") ? "heros" : many);
    }

    @Test
    void aModelOfTheMigrationHasTheTableThatItNames() {
        String text = """
                class A < ActiveRecord::Migration[7.0]
                  class Row < ActiveRecord::Base
                    self.table_name = "rows_of_old"
                  end

                  def up
                    Row.update_all(a: 1)
                  end
                end
                """;

        assertThat(ProgramText.of(RailsMigration.read(text, Dialect.POSTGRESQL).operations()))
                .isEqualTo("UPDATE rows_of_old SET a = 1");
    }

    @Test
    void aChangeInBulkIsOneStatementForMysql() {
        String text = migration("change_table(:t, bulk: true) { |t| t.integer :a; t.remove :b }");

        assertThat(ProgramText.of(RailsMigration.read(text, Dialect.MYSQL).operations()))
                .isEqualTo("ALTER TABLE t ADD COLUMN a int, DROP COLUMN b");
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
