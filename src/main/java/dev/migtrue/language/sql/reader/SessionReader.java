package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Action.Transaction.Verb;
import dev.migtrue.language.sql.ddl.Body;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Name;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what is about the session: settings, transactions, prepared statements, calls, copies. */
final class SessionReader {

    /** What other words than names follow. */
    private static final Set<String> NAMELESS = Set.of(
            "SECURITY",
            "REASSIGN",
            "EXPLAIN",
            "SHOW",
            "PRINT",
            "RAISERROR",
            "THROW",
            "RETURN",
            "DBCC",
            "FLASHBACK",
            "IMPORT",
            "SCRIPT",
            "RUNSCRIPT",
            "BACKUP",
            "RESTORE",
            "ATTACH",
            "DESCRIBE",
            "HELP",
            "WAITFOR",
            "CHECKPOINT");

    private final Cursor cursor;
    private final Found found;

    SessionReader(Cursor cursor) {
        this.cursor = cursor;
        this.found = new Found(cursor);
    }

    Optional<Action> setting() {
        int start = cursor.at();
        boolean isReset = cursor.isAt("RESET");
        cursor.next();
        if (!found.take(Modifier.LOCAL, "LOCAL") && !found.take(Modifier.GLOBAL, "GLOBAL")) {
            if (!cursor.isAt("SESSION", "CHARACTERISTICS") && !cursor.isAt("SESSION", "AUTHORIZATION")) {
                cursor.take("SESSION");
            }
        }
        Optional<Mention> name = settingName();
        if (!cursor.isAtEnd() && (cursor.isSign('=') || cursor.isAt("TO") || isAssignment())) {
            cursor.next();
        }
        Clause value = cursor.rest();
        Mention known =
                name.orElseGet(() -> new Mention(Name.of(cursor.since(start).toString()), cursor.placeSince(start)));
        return !isReset && value.isEmpty() && name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Action.Setting(found.modifiers(), known, value));
    }

    private boolean isAssignment() {
        return cursor.tokens().text(cursor.at()).equals(":=");
    }

    private Optional<Mention> settingName() {
        int start = cursor.at();
        boolean isTwoWords = cursor.take("TIME", "ZONE")
                || cursor.take("SESSION", "AUTHORIZATION")
                || cursor.take("SESSION", "CHARACTERISTICS");
        return isTwoWords
                ? Optional.of(new Mention(
                        Name.of(cursor.since(start).toString().toLowerCase(Locale.ROOT)), cursor.placeSince(start)))
                : cursor.column();
    }

    /**
     * Those words that by themselves or with a second one control transactions; absent where something else follows.
     */
    Optional<Action> transaction() {
        int start = cursor.at();
        String first = cursor.word();
        cursor.next();
        if ((first.equals("COMMIT") || first.equals("ROLLBACK")) && cursor.isAt("PREPARED")) {
            cursor.rest();
            return Optional.of(new Action.Transaction(Verb.TWO_PHASE, cursor.since(start)));
        }
        cursor.takeAny(Set.of("WORK", "TRANSACTION", "TRAN"));
        boolean isTo = cursor.take("TO");
        cursor.rest();
        Verb verb = switch (first) {
            case "BEGIN", "START" -> Verb.BEGIN;
            case "COMMIT", "END" -> Verb.COMMIT;
            case "SAVEPOINT", "SAVE" -> Verb.SAVEPOINT;
            case "RELEASE" -> Verb.RELEASE;
            default -> isTo ? Verb.ROLLBACK_TO : Verb.ROLLBACK;
        };
        return Optional.of(new Action.Transaction(verb, cursor.since(start)));
    }

    Optional<Action> prepared() {
        if (cursor.take("PREPARE", "TRANSACTION")) {
            return Optional.of(new Action.Transaction(Verb.TWO_PHASE, cursor.rest()));
        }
        Action.Prepared.Stage stage = switch (cursor.word()) {
            case "PREPARE" -> Action.Prepared.Stage.PREPARE;
            case "EXECUTE" -> Action.Prepared.Stage.EXECUTE;
            default -> Action.Prepared.Stage.DEALLOCATE;
        };
        cursor.next();
        cursor.take("PREPARE");
        return cursor.name().map(name -> {
            if (stage == Action.Prepared.Stage.PREPARE) {
                cursor.across(Set.of("AS", "FROM"));
                cursor.next();
            }
            return new Action.Prepared(stage, name, cursor.rest());
        });
    }

    /** {@code CALL p()}, {@code EXEC p @a = 1}, {@code EXEC ('…')}, {@code EXECUTE IMMEDIATE '…'}. */
    Optional<Action> call() {
        cursor.next();
        boolean isImmediate = cursor.take("IMMEDIATE");
        if (isImmediate || cursor.isSign('(') || cursor.isKind(TokenKind.STRING)) {
            Cursor inner = cursor.isSign('(') ? cursor.inside(cursor.inParentheses()) : cursor;
            return Optional.of(new SessionReader(inner).dynamic());
        }
        if (cursor.isWord() && cursor.word().startsWith("@")) {
            // The result is kept: EXEC @r = p.
            cursor.next();
            cursor.takeSign('=');
        }
        return cursor.name().map(name -> new Action.Call(name, cursor.rest()));
    }

    /** An expression whose value is run. */
    Action dynamic() {
        int start = cursor.at();
        Optional<Body> text =
                cursor.isKind(TokenKind.STRING) ? Optional.of(RoutineReader.quoted(cursor)) : Optional.empty();
        boolean isAll = cursor.isAtEnd();
        cursor.rest();
        return new Action.Dynamic(cursor.since(start), text.filter(known -> isAll));
    }

    Optional<Action> copy() {
        int start = cursor.at();
        cursor.take("COPY");
        cursor.take("BINARY");
        boolean isQuery = cursor.isSign('(');
        Optional<Mention> table = isQuery ? Optional.empty() : cursor.name();
        cursor.across(Set.of("FROM", "TO"));
        Action.Copy.Direction direction = cursor.isAt("FROM") ? Action.Copy.Direction.IN : Action.Copy.Direction.OUT;
        cursor.rest();
        return isQuery || table.isPresent()
                ? Optional.of(new Action.Copy(direction, table, cursor.since(start)))
                : Optional.empty();
    }

    /** {@code DO [LANGUAGE l] '…' [LANGUAGE l]}. */
    Optional<Action> doBlock() {
        cursor.take("DO");
        Optional<String> language = language();
        if (!cursor.isKind(TokenKind.STRING)) {
            // MySQL: DO expression.
            return Optional.of(new Action.Utility("DO", found.modifiers(), List.of(), cursor.rest()));
        }
        Body body = RoutineReader.quoted(cursor);
        Optional<String> after = language();
        cursor.rest();
        return Optional.of(new Action.Block(
                new Body(body.code(), body.isEscaped(), language.or(() -> after).or(() -> Optional.of("plpgsql")))));
    }

    private Optional<String> language() {
        return cursor.take("LANGUAGE") ? cursor.name().map(name -> name.name().last()) : Optional.empty();
    }

    Optional<Action> block() {
        return Optional.of(new Action.Block(new Body(cursor.rest().place(), false, Optional.empty())));
    }

    /** {@code objects} are the names that follow, as far as they are plain. */
    Optional<Action> utility() {
        String verb = cursor.word();
        int start = cursor.at();
        cursor.next();
        if (cursor.isSign('(')) {
            cursor.skip();
        }
        if (NAMELESS.contains(verb)) {
            cursor.rest();
            return Optional.of(new Action.Utility(verb, found.modifiers(), List.of(), cursor.since(start)));
        }
        cursor.take("MATERIALIZED", "VIEW");
        cursor.takeAny(Set.of("TABLE", "TABLES", "INDEX", "SCHEMA", "DATABASE", "SYSTEM", "FULL", "VERBOSE", "FREEZE"));
        found.take(Modifier.CONCURRENTLY, "CONCURRENTLY");
        found.takeIfExists();
        found.take(Modifier.ONLY, "ONLY");
        List<Mention> objects = cursor.names();
        cursor.rest();
        return Optional.of(new Action.Utility(verb, found.modifiers(), objects, cursor.since(start)));
    }
}
