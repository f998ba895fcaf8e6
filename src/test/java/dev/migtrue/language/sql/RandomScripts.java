package dev.migtrue.language.sql;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Scripts that nobody would write: pieces of SQL and of what confuses its readers, strung together and then damaged.
 * The same seed gives the same ones.
 */
final class RandomScripts {

    private static final List<String> FRAGMENTS = List.of(
            "CREATE TABLE IF NOT EXISTS app.t (id int PRIMARY KEY, n text DEFAULT 'x' NOT NULL, CHECK (id > 0))",
            "ALTER TABLE t ADD COLUMN b int, DROP CONSTRAINT IF EXISTS c, ALTER a TYPE bigint USING a::bigint",
            "CREATE UNIQUE INDEX CONCURRENTLY i ON t (lower(a), b DESC) WHERE c IS NULL",
            "CREATE FUNCTION f(x int, OUT y text) RETURNS int LANGUAGE sql AS $$ SELECT 1; $$",
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN 1 = 1 THEN 2 END; END",
            "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW BEGIN UPDATE t SET a = 1; END",
            "DECLARE x NUMBER; BEGIN IF x = 1 THEN NULL; END IF; END",
            "INSERT INTO t (a, b) VALUES (1, 'it''s'), (2, E'a\\'b') ON CONFLICT (a) DO UPDATE SET n = t.n + 1",
            "INSERT INTO q SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM q WHERE k = 1)",
            "UPDATE t SET a = a || 'x' WHERE b IN (SELECT c FROM d)",
            "MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET n = 1 WHEN NOT MATCHED THEN INSERT VALUES (1)",
            "DO $x$ BEGIN CREATE TYPE m AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END $x$",
            "COPY t FROM STDIN;\n1\ta\n\\.\n",
            "DROP TABLE a, b CASCADE",
            "GRANT SELECT ON t TO r WITH GRANT OPTION",
            "IF OBJECT_ID(N'dbo.t') IS NULL\nBEGIN\nCREATE TABLE dbo.[t x] (id int)\nEND",
            "COMMENT ON COLUMN t.a IS 'x'",
            "/*!40101 SET NAMES utf8 */",
            "/* a /* b */ c */",
            "q'[it's]'",
            "U&\"d\\0061ta\" UESCAPE '!'",
            "${schema}.t",
            "$1 :name @v @@g #t ?");

    private static final List<String> MARKS = List.of(
            ";",
            ";\n",
            "\nGO\n",
            "\n/\n",
            "\nDELIMITER //\n",
            "//",
            "\nDELIMITER ;\n",
            "\n-- +goose Up\n",
            "\n-- +goose StatementBegin\n",
            "\n-- +goose StatementEnd\n",
            "\n--> statement-breakpoint\n",
            "\n--changeset a:1 splitStatements:false\n",
            "\n-- migrate:down\n",
            " -- c\n",
            " # c\n",
            "\n\\connect d\n",
            " \\gexec\n",
            "\n",
            " ",
            "\t",
            ",",
            "(",
            ")",
            "\r\n",
            "\r");

    private static final List<String> SCRAPS = List.of(
            "'",
            "\"",
            "`",
            "$$",
            "$a$",
            "/*",
            "*/",
            "--",
            "#",
            "[",
            "]",
            "\\",
            "BEGIN",
            "END",
            "CASE",
            "AS",
            "IS",
            "$",
            "${",
            "}",
            "\uFEFF",
            "\0",
            "\uD83D",
            "\uD83D\uDE00",
            "é",
            "1e",
            ".5",
            "..",
            "::",
            ":=",
            "E'",
            "q'",
            "N'",
            "U&'",
            "/*!",
            "/*M!",
            "@",
            "IF",
            "NOT",
            "EXISTS",
            "LOOP",
            "DELIMITER",
            "GO",
            "COPY",
            "FROM STDIN",
            "\\.",
            "CREATE",
            "ALTER TABLE",
            "ADD",
            "DROP",
            "x.",
            "=",
            "\u0085",
            "\u2028");

    private final SplittableRandom random;

    RandomScripts(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String next() {
        StringBuilder script = new StringBuilder();
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            script.append(any(random.nextInt(4) == 0 ? SCRAPS : FRAGMENTS)).append(any(MARKS));
        }
        int wounds = random.nextInt(5);
        for (int i = 0; i < wounds; i++) {
            damage(script);
        }
        return script.toString();
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private void damage(StringBuilder script) {
        int at = random.nextInt(script.length() + 1);
        int to = Math.min(script.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(4)) {
            case 0 -> script.delete(at, to);
            case 1 -> script.insert(at, any(SCRAPS));
            case 2 -> script.insert(at, script.substring(at, to));
            default -> script.setLength(Math.max(at, 1));
        }
    }
}
