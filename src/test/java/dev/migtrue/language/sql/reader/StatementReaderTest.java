package dev.migtrue.language.sql.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementReaderTest {

    private static Action read(Dialect dialect, String text) {
        return StatementReader.read(Script.of(text, dialect).statements().getFirst());
    }

    static Stream<List<String>> statements() throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "sql", "statements.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" \\| ", -1)));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void saysWhatAStatementDoes(List<String> row) {
        assertThat(Told.of(Dialect.valueOf(row.get(0)), row.get(1))).isEqualTo(row.get(2));
    }

    @Test
    void everyNameAndGuardHasItsPlace() {
        String text = "-- c\nCREATE TABLE IF NOT EXISTS s.\"T\" (a int);";
        Action.Create create = (Action.Create) read(Dialect.POSTGRESQL, text);
        assertThat(create.name().orElseThrow().name()).isEqualTo(Name.of("s", "T"));
        assertThat(create.name().orElseThrow().place().in(text)).isEqualTo("s.\"T\"");
        assertThat(create.modifiers().place(Modifier.IF_NOT_EXISTS).map(place -> place.in(text)))
                .contains("IF NOT EXISTS");
        Definition.Table table = (Definition.Table) create.definition();
        assertThat(table.columns().getFirst().place().in(text)).isEqualTo("a int");
    }

    @Test
    void everyChangeHasItsPlace() {
        String text = "alter table t add column if not exists a int /* why */, drop column b;";
        Action.Alter alter = (Action.Alter) read(Dialect.POSTGRESQL, text);
        assertThat(alter.changes())
                .extracting(Change::place)
                .extracting(place -> place.in(text))
                .containsExactly("add column if not exists a int", "drop column b");
    }

    @Test
    void theBodyOfARoutineIsAPlace() {
        String text = "create function f() returns int language plpgsql as $x$ begin; end $x$;";
        Action.Create create = (Action.Create) read(Dialect.POSTGRESQL, text);
        Definition.Routine routine = (Definition.Routine) create.definition();
        Place code = routine.body().orElseThrow().code();
        assertThat(code.in(text)).isEqualTo(" begin; end ");
        assertThat(routine.body().orElseThrow().isEscaped()).isFalse();
    }

    @Test
    void aStringWithDoubledQuotesIsWrittenOtherwiseThanItRuns() {
        String text = "do 'begin raise ''x''; end'";
        Action.Block block = (Action.Block) read(Dialect.POSTGRESQL, text);
        assertThat(block.body().isEscaped()).isTrue();
        assertThat(block.body().code().in(text)).isEqualTo("begin raise ''x''; end");
    }

    @Test
    void actionsThatSayTheSameAreEqualInWhatTheyDefine() {
        Action.Create one = (Action.Create) read(Dialect.POSTGRESQL, "create view v as select a from t");
        Action.Create other = (Action.Create) read(Dialect.POSTGRESQL, "CREATE VIEW v AS\n  SELECT a FROM t");
        assertThat(((Definition.View) one.definition()).query().clause())
                .isEqualTo(((Definition.View) other.definition()).query().clause());
    }
}
