package dev.migtrue.language.code.goose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.code.ProgramText;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GooseMigrationTest {

    private static final String FILE = """
            package migrations

            const (
            	create = `CREATE TABLE t (id int)`
            	name   = "t"
            )

            func init() {
            	goose.AddMigrationContext(up, down)
            }

            func has(tx *sql.Tx, table, column string) (bool, error) {
            	rows, err := tx.Query(fmt.Sprintf("PRAGMA table_info(%s)", table))
            	if err != nil {
            		return false, err
            	}
            	defer rows.Close()
            	for rows.Next() {
            		var cid int
            		var name, kind string
            		if err := rows.Scan(&cid, &name, &kind); err != nil {
            			return false, err
            		}
            		if name == column {
            			return true, nil
            		}
            	}
            	return false, rows.Err()
            }

            func down(ctx context.Context, tx *sql.Tx) error {
            	_, err := tx.Exec("DOWN")
            	return err
            }

            func up(ctx context.Context, tx *sql.Tx) error {
            	BODY
            	return nil
            }
            """;

    private static Program read(String body) {
        return GooseMigration.read(FILE.replace("BODY", body), Dialect.SQLITE);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            if _, err := tx.Exec(create); err != nil { return err } >> CREATE TABLE t (id int)
            _, err := tx.ExecContext(ctx, create); if err != nil { return err } >> CREATE TABLE t (id int)
            _, err := tx.Exec("DROP TABLE " + name); return err >> DROP TABLE t
            _, err := tx.Exec(fmt.Sprintf("DROP TABLE %[1]s -- %[1]s", name)); return err >> DROP TABLE t -- t
            for _, n := range []string{"a", "b"} { if _, err := tx.Exec("DROP TABLE " + n); err != nil { return err } } >> DROP TABLE a~DROP TABLE b
            for _, c := range []struct{ name, kind string }{{"a", "int"}, {name: "b"}} { if _, err := tx.Exec(c.name); err != nil { return err } } >> a~b
            ok, err := has(tx, "t", "c"); if err != nil { return err }; if !ok { if _, err := tx.Exec("A"); err != nil { return err } } >> if no column t.c { A }
            if ok, err := has(tx, "t", "c"); err != nil { return err } else if ok { return nil }; if _, err := tx.Exec("A"); err != nil { return err } >> if no column t.c { A }
            var n int; if err := tx.QueryRow("SELECT COUNT(*) FROM sqlite_master WHERE type='table' AND name=?", "u").Scan(&n); err != nil { return err }; if n == 0 { if _, err := tx.Exec("A"); err != nil { return err } } >> if no table u { A }
            var s string; err := tx.QueryRow("SELECT name FROM sqlite_master WHERE type='table' AND name='u'").Scan(&s); if err == sql.ErrNoRows { _, err = tx.Exec("A"); return err } >> if no table u { A }
            var ok bool; err := tx.QueryRow("SELECT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = $1 AND column_name = $2)", "t", "c").Scan(&ok); if err != nil { return err }; if ok { return nil }; _, err = tx.Exec("A"); return err >> if no column t.c { A }
            tx.Exec("A") >> try ALL { A } or {  }
            _, err := tx.Exec("A"); if err != nil { log.Println(err) } >> try ALL { A } or {  }
            if _, err := tx.Exec("A"); err != nil && !strings.Contains(err.Error(), "duplicate column") { return err } >> try OF_DEFINITIONS { A } or {  }
            stmt, err := tx.Prepare("UPDATE t SET a = ?"); if err != nil { return err }; if _, err := stmt.Exec(1); err != nil { return err } >> UPDATE t SET a = 1
            switch name { case "u": return nil; default: _, err := tx.Exec("A"); return err } >> A
            if _, err := tx.Exec(other); err != nil { return err } >> ? SQL that is known only when it runs at 37
            return rescan(ctx, tx) >> ? what 'rescan' does with the database at 37
            rows, err := tx.Query("SELECT id FROM t"); if err != nil { return err }; for rows.Next() { if _, err := tx.Exec("A"); err != nil { return err } } >> if unknown { A }
            return db.AutoMigrate(&User{}) >> ? the tables of the program's models at 37
            """)
    void whatTheWayUpDoesIsTold(String body, String done) {
        assertThat(ProgramText.of(read(body).operations())).isEqualTo(done.replace("~", "\n"));
    }

    @Test
    void sqlOfARawStringStandsWhereTheFileHasIt() {
        Program program = read("_, err := tx.Exec(`\n  UPDATE t SET a = 1;\n`); return err");

        assertThat(program.mode()).isEqualTo(Mode.ONE_TRANSACTION);
        assertThat(program.operations().getFirst()).isInstanceOf(Operation.Written.class);
    }

    @Test
    void aMigrationMayGoWithoutTransaction() {
        Program program = GooseMigration.read(
                FILE.replace("AddMigrationContext(up", "AddMigrationNoTxContext(up")
                        .replace("BODY", "tx.Exec(`A`)"),
                Dialect.SQLITE);

        assertThat(program.mode()).isEqualTo(Mode.STATEMENT_BY_STATEMENT);
    }

    @Test
    void whatIsNotRegisteredDoesNothingAndWhatIsMissingIsTold() {
        assertThat(GooseMigration.read(FILE.replace("(up, ", "(nil, "), Dialect.SQLITE)
                        .operations())
                .isEmpty();
        assertThat(ProgramText.of(GooseMigration.read(FILE.replace("(up, ", "(elsewhere, "), Dialect.SQLITE)
                        .operations()))
                .isEqualTo("? a function that another file has at 9");
    }
}
