package dev.migtrue.language.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Body;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.reader.CodeReader;
import dev.migtrue.language.sql.reader.StatementReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every text in every dialect. {@code -Dsplitter.seed} and {@code -Dsplitter.scripts} look further. */
class SplitterPropertyTest {

    private static final long SEED = Long.getLong("splitter.seed", 20_261_120L);
    private static final int SCRIPTS = Integer.getInteger("splitter.scripts", 1_000_000);

    /** The dearer properties are held to every twentieth script. */
    private static final int FEWER = 20;

    private static final int PARTS = 20;

    private static final Dialect[] DIALECTS = Dialect.values();

    private record Case(String text, Dialect dialect) {
        Script script() {
            return Script.of(text, dialect);
        }

        /** Whether what ends a statement does not hang on something that stands before it. */
        boolean isPlain() {
            Tokens tokens = script().tokens();
            boolean hasCode =
                    IntStream.range(0, tokens.size()).anyMatch(index -> tokens.kind(index) == TokenKind.CODE_MARK);
            return !hasCode
                    && script().pieces().stream().noneMatch(piece -> switch (piece) {
                        case Piece.Command command -> command.word().equals("delimiter");
                        case Piece.Mark mark ->
                            mark.marker().beginsMessage()
                                    || mark.marker().delimiter().isPresent();
                        case Piece.Data data -> true;
                        case Piece.Gap gap -> false;
                        case Statement statement -> false;
                    });
        }
    }

    /** In parts, each with a seed of its own, so that several processors can share the work. */
    private static void forAll(int count, Consumer<Case> property) {
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            long seed = SEED + part;
            RandomScripts scripts = new RandomScripts(seed);
            for (int i = 0; i < count / PARTS; i++) {
                Case some = new Case(scripts.next(), DIALECTS[i % DIALECTS.length]);
                try {
                    property.accept(some);
                } catch (RuntimeException | AssertionError problem) {
                    fail("script %d of seed %d in %s: %s".formatted(i, seed, some.dialect(), some.text()), problem);
                }
            }
        });
    }

    @Test
    void piecesAreTheWholeTextAndEveryStatementIsReadWithItsBody() {
        forAll(SCRIPTS, some -> {
            int at = 0;
            for (Piece piece : some.script().pieces()) {
                Place place = piece.clause().place();
                if (place.start() != at || place.end() <= at) {
                    throw new IllegalStateException("a piece from %d at %d".formatted(place.start(), at));
                }
                at = place.end();
                if (piece instanceof Statement statement) {
                    read(some, StatementReader.read(statement));
                }
            }
            if (at != some.text().length()) {
                throw new IllegalStateException("the pieces end at " + at);
            }
        });
    }

    private static void read(Case some, Action action) {
        Optional<Body> body = switch (action) {
            case Action.Block block -> Optional.of(block.body());
            case Action.Dynamic dynamic -> dynamic.text();
            case Action.Create create -> body(create.definition());
            default -> Optional.empty();
        };
        body.ifPresent(code -> CodeReader.read(some.text(), code, some.dialect()));
    }

    private static Optional<Body> body(Definition definition) {
        return switch (definition) {
            case Definition.Routine routine -> routine.body();
            case Definition.Trigger trigger -> trigger.body();
            default -> Optional.empty();
        };
    }

    @Test
    void lineEndsDoNotMatter() {
        forAll(SCRIPTS / FEWER, some -> {
            String text = some.text().replace("\r", "");
            List<String> expected = kinds(new Case(text, some.dialect()));
            assertThat(kinds(new Case(text.replace("\n", "\r\n"), some.dialect())))
                    .isEqualTo(expected);
            assertThat(kinds(new Case(text.replace('\n', '\r'), some.dialect())))
                    .isEqualTo(expected);
        });
    }

    private static List<String> kinds(Case some) {
        return some.script().pieces().stream()
                .map(piece -> piece.getClass().getSimpleName()
                        + piece.clause().text().replace("\r\n", "\n").replace('\r', '\n'))
                .toList();
    }

    @Test
    void aStatementIsOneStatement() {
        forAll(SCRIPTS / FEWER, some -> {
            if (some.isPlain()) {
                for (Statement statement : some.script().statements()) {
                    Script again = Script.within(some.text(), statement.place(), some.dialect());
                    assertThat(again.pieces()).hasSize(1);
                    assertThat(again.statements().getFirst().text()).isEqualTo(statement.text());
                }
            }
        });
    }

    @Test
    void whatStandsBehindAStatementThatHasEndedDoesNotChangeIt() {
        forAll(SCRIPTS / FEWER, some -> {
            List<Piece> pieces = some.script().pieces();
            boolean hasEnded = !pieces.isEmpty()
                    && pieces.getLast() instanceof Statement last
                    && last.ending() == Statement.Ending.MARK;
            if (hasEnded && some.isPlain()) {
                List<Piece> more = new Case(some.text() + "\nSELECT 1;", some.dialect())
                        .script()
                        .pieces();
                assertThat(more).hasSize(pieces.size() + 2);
                assertThat(more.getLast().clause().text()).isEqualTo("SELECT 1;");
            }
        });
    }
}
