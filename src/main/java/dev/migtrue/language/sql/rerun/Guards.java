package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.reader.StatementReader;
import java.util.List;
import java.util.Set;

/** What becomes of the questions that code asks before it does something. */
final class Guards {

    private final Engine engine;

    Guards(Engine engine) {
        this.engine = engine;
    }

    Answer holds(Guard guard) {
        return switch (guard) {
            case Guard.Exists exists ->
                new Catalogues(engine.world())
                        .ask(spaces(exists.kind()), exists.name(), exists.on().orElse(""));
            case Guard.Not not -> holds(not.guard()).negated();
            case Guard.All all -> joined(all.guards(), Answer.NO, Answer.YES);
            case Guard.Any any -> joined(any.guards(), Answer.YES, Answer.NO);
            case Guard.OfDialect of ->
                Answer.of(of.dialect().equals(engine.dialect().id()));
            case Guard.Found found -> found(found.query());
            case Guard.Reached reached -> reached(reached.number());
            case Guard.Unknown unknown -> Answer.UNCLEAR;
        };
    }

    private Answer found(String query) {
        return Script.of(query, engine.dialect()).statements().stream()
                .map(StatementReader::read)
                .filter(Action.Select.class::isInstance)
                .map(select -> new Questions(engine).isThere(((Action.Select) select).query()))
                .findFirst()
                .orElse(Answer.UNCLEAR);
    }

    private Answer reached(int number) {
        return engine.world()
                .version()
                .map(version -> Answer.of(version >= number))
                .orElse(Answer.AS_WANTED);
    }

    /** One that decides is enough; where nobody knows one of them, nobody knows. */
    private Answer joined(List<Guard> guards, Answer deciding, Answer otherwise) {
        List<Answer> answers = guards.stream().map(this::holds).toList();
        if (answers.contains(deciding)) {
            return deciding;
        }
        if (answers.contains(Answer.UNCLEAR)) {
            return Answer.UNCLEAR;
        }
        return answers.contains(Answer.AS_WANTED) ? Answer.AS_WANTED : otherwise;
    }

    private static Set<Space> spaces(ObjectKind kind) {
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> Set.of(Space.RELATION);
            case INDEX -> Set.of(Space.RELATION, Space.INDEX, Space.CONSTRAINT);
            case SEQUENCE -> Set.of(Space.RELATION, Space.SEQUENCE);
            case COLUMN -> Set.of(Space.COLUMN);
            case CONSTRAINT -> Set.of(Space.CONSTRAINT, Space.INDEX);
            case TYPE, DOMAIN -> Set.of(Space.TYPE);
            case SCHEMA -> Set.of(Space.SCHEMA, Space.DATABASE);
            case TRIGGER -> Set.of(Space.TRIGGER);
            case FUNCTION, PROCEDURE -> Set.of(Space.ROUTINE);
            case EXTENSION -> Set.of(Space.EXTENSION);
            case ROLE -> Set.of(Space.ROLE);
            default -> Set.of();
        };
    }
}
