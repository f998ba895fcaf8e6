package dev.migtrue.language.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PYTHON | f(x) | call
            RUBY | create_table :x do end | do_block
            JAVASCRIPT | exports.up = async (knex) => f(x) | arrow_function
            TYPESCRIPT | export async function up(db: Kysely<any>): Promise<void> {} | type_annotation
            PHP | <?php Schema::create('x', fn ($t) => $t->id()); | scoped_call_expression
            ELIXIR | defmodule M do def change, do: create table(:x) end | do_block
            C_SHARP | class A : Migration { void Up() { b.CreateTable(name: "x"); } } | invocation_expression
            GO | package m; func Up(tx *sql.Tx) error { _, e := tx.Exec(`x`); return e } | raw_string_literal
            """)
    void everyGrammarLoadsAndReadsItsLanguage(Grammar grammar, String text, String kind) {
        CodeNode tree = CodeNode.of(grammar, text, Set.of()).orElseThrow();

        assertThat(holds(tree, kind)).isTrue();
        assertThat(holds(tree, "ERROR")).isFalse();
    }

    private static boolean holds(CodeNode node, String kind) {
        return node.is(kind) || node.parts().stream().anyMatch(part -> holds(part, kind));
    }
}
