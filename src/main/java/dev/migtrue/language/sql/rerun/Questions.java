package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Tokens;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.ddl.Step;
import dev.migtrue.language.sql.reader.QueryReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a script asks of the database before it does something. */
final class Questions {

    private static final Pattern REGCLASS =
            Pattern.compile("(?is)(?:to_reg\\w+|OBJECT_ID) ?\\( ?N?'([^']+)'[^)]*\\) ?IS (NOT )?NULL");
    private static final Pattern LENGTH =
            Pattern.compile("(?is)COL_LENGTH ?\\( ?N?'([^']+)' ?, ?N?'([^']+)' ?\\) ?IS (NOT )?NULL");
    private static final Pattern COUNT = Pattern.compile("(?is)COUNT ?\\([^)]*\\).*?\\)? ?(=|>|<>|<) ?(\\d+)");
    private static final Pattern ERROR = Pattern.compile("(?is)SQLCODE ?(!=|<>|NOT IN|=|IN) ?\\(?([- \\d,]+)\\)?");
    private static final Pattern STATE = Pattern.compile("(?i)^SQLSTATE ?(=|<>|!=) ?'(\\w{5})'$");
    private static final Pattern VERSION = Pattern.compile("(?i)server_version_num\\W.*?(>=|>|<=|<) ?(\\d{5,6})$");
    private static final long OLDEST = 140_000;
    private static final Set<Space> NAMED = Set.of(Space.RELATION, Space.ROUTINE, Space.TRIGGER, Space.SEQUENCE);

    private final Engine engine;
    private final World world;
    private final Catalogues catalogues;

    Questions(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
        this.catalogues = new Catalogues(world);
    }

    /** Of a query without tables of its own, that what it asks is so. */
    Answer holds(Query query) {
        Query.Test test = query.tests().getFirst();
        Answer isThere = isThere(test.query());
        return test.expected() == Query.Expected.SOME_ROW ? isThere : isThere.negated();
    }

    Answer holds(Step.Branch branch) {
        Optional<Answer> kept = engine.variables().holds(branch.condition().words());
        if (kept.isPresent()) {
            return kept.get();
        }
        return holds(branch.condition(), branch.test());
    }

    /** What a variable keeps that gets the value of an expression. */
    Answer answer(Clause value, Query query) {
        return holds(value, query);
    }

    /** Whether a query finds something: of one that counts, whether it counts any. */
    Answer found(Query query) {
        boolean isTest = query.tests().size() == 1
                && query.where().isEmpty()
                && Readings.origins(query).isEmpty();
        return isTest ? holds(query) : isThere(query);
    }

    private Answer holds(Clause clause, Query query) {
        String condition = clause.toString();
        Optional<Answer> called = called(condition);
        if (called.isPresent()) {
            return called.get();
        }
        Optional<Answer> counted = scalar(clause);
        if (counted.isPresent()) {
            return counted.get();
        }
        List<Query.Test> tests = query.tests();
        if (tests.size() == 1) {
            Answer isThere = isThere(tests.getFirst().query());
            return tests.getFirst().expected() == Query.Expected.SOME_ROW ? isThere : isThere.negated();
        }
        Answer answer = counted(condition);
        boolean isOpen = answer == Answer.UNCLEAR && engine.names().isOneWithDatabase();
        return isOpen ? new Evaluation(engine).holds(clause) : answer;
    }

    /** {@code (SELECT count(*) …) = 0}, and a query that gives nothing where there is nothing. */
    private Optional<Answer> scalar(Clause clause) {
        List<String> words = clause.words();
        int end = closing(words);
        boolean isQuery =
                words.size() > 2 && words.get(0).equals("(") && words.get(1).equalsIgnoreCase("SELECT");
        if (!isQuery || end < 0 || engine.dialect() != Dialect.POSTGRESQL) {
            return Optional.empty();
        }
        Answer found = found(QueryReader.read(inFirst(clause), engine.dialect()));
        return switch (String.join(" ", words.subList(end + 1, words.size())).toUpperCase(Locale.ROOT)) {
            case "> 0", ">= 1", "= 1", "<> 0", "!= 0", "IS NOT NULL" -> Optional.of(found);
            case "= 0", "< 1", "IS NULL" -> Optional.of(found.negated());
            default -> Optional.empty();
        };
    }

    private static int closing(List<String> words) {
        int depth = 0;
        for (int index = 0; index < words.size(); index++) {
            depth += words.get(index).equals("(") ? 1 : words.get(index).equals(")") ? -1 : 0;
            if (depth == 0) {
                return index;
            }
        }
        return -1;
    }

    /** What stands in the first parentheses. */
    private static Clause inFirst(Clause clause) {
        Tokens tokens = clause.tokens();
        int start = clause.from();
        while (!tokens.isSign(start, '(')) {
            start++;
        }
        int depth = 1;
        int end = start + 1;
        while (end < clause.to()) {
            depth += tokens.isSign(end, '(') ? 1 : tokens.isSign(end, ')') ? -1 : 0;
            if (depth == 0) {
                break;
            }
            end++;
        }
        return new Clause(tokens, start + 1, end);
    }

    /** Of functions that look something up. */
    private Optional<Answer> called(String condition) {
        Matcher object = REGCLASS.matcher(condition);
        if (object.find()) {
            Answer isThere = catalogues.ask(NAMED, object.group(1), "");
            return Optional.of(object.group(2) == null ? isThere.negated() : isThere);
        }
        Matcher column = LENGTH.matcher(condition);
        if (column.find()) {
            Answer isThere = catalogues.ask(Set.of(Space.COLUMN), column.group(2), column.group(1));
            return Optional.of(column.group(3) == null ? isThere.negated() : isThere);
        }
        Optional<Answer> numbered = SysTables.ask(catalogues, condition);
        if (numbered.isPresent()) {
            return numbered;
        }
        Matcher error = ERROR.matcher(condition.replace("- ", "-"));
        if (error.find()) {
            boolean isListed =
                    List.of(error.group(2).replace(" ", "").split(",")).contains(engine.handled());
            boolean isAbout = error.group(1).equals("=") || error.group(1).equalsIgnoreCase("IN");
            return Optional.of(Answer.of(isListed == isAbout));
        }
        return ofServer(condition);
    }

    /** About the error that is handled, and about the version: one of those that are still kept up. */
    private Optional<Answer> ofServer(String condition) {
        Matcher state = STATE.matcher(condition);
        if (state.find()) {
            return Optional.of(Answer.of(
                    state.group(2).equals(engine.handled()) == state.group(1).equals("=")));
        }
        Matcher version = VERSION.matcher(condition);
        if (version.find() && Long.parseLong(version.group(2)) <= OLDEST) {
            return Optional.of(Answer.of(version.group(1).startsWith(">")));
        }
        return Optional.empty();
    }

    private Answer counted(String condition) {
        Matcher count = COUNT.matcher(condition);
        if (!count.find()) {
            return Answer.UNCLEAR;
        }
        Answer isThere = catalogues.ask(condition);
        boolean isAboutNone = (count.group(1).equals("=") && count.group(2).equals("0"))
                || count.group(1).equals("<");
        return isAboutNone ? isThere.negated() : isThere;
    }

    /** Whether a query brings a row. */
    Answer isThere(Query query) {
        return isThere(query, engine.names().isOneWithDatabase() ? new Evaluation(engine)::known : Clause::toString);
    }

    /** {@code reading} says what a condition asks for. */
    Answer isThere(Query query, Function<Clause, String> reading) {
        if (query.where().isEmpty()) {
            return rows(query, Map.of());
        }
        Clause where = query.where().get();
        boolean isOfCatalogue = query.tables().stream().anyMatch(table -> Catalogues.isOne(table.toString()));
        return isOfCatalogue
                ? catalogues.ask(SysTables.plain(query, reading.apply(where)))
                : rows(query, Equalities.of(where));
    }

    /** Whether a table has rows of which a condition holds. */
    Answer rows(Mention table, Optional<Clause> where) {
        boolean isAll = where.map(Equalities::isAll).orElse(true);
        return isAll ? rows(table, where.map(Equalities::of).orElse(Map.of())) : Answer.UNCLEAR;
    }

    private Answer rows(Query query, Map<String, String> held) {
        return query.tables().isEmpty() ? Answer.UNCLEAR : rows(query.tables().getFirst(), held);
    }

    private Answer rows(Mention table, Map<String, String> held) {
        Rows rows = world.find(engine.names().relation(table)).map(Entry::rows).orElseGet(() -> Rows.given(""));
        if (rows.isEmpty()) {
            return Answer.NO;
        }
        boolean isThere = rows.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Insert insert
                        && insert.values().stream()
                                .anyMatch(row -> held.entrySet().stream()
                                        .allMatch(one -> one.getValue().equals(row.get(one.getKey())))));
        boolean isAllKnown = rows.origin().isEmpty()
                && rows.effects().stream()
                        .allMatch(effect -> effect instanceof Effect.Insert insert
                                && !insert.values().isEmpty());
        if (isThere || isAllKnown) {
            return Answer.of(isThere);
        }
        return engine.isFirstRun() ? Answer.AS_WANTED : Answer.UNCLEAR;
    }
}
