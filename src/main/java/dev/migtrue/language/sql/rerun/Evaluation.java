package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.reader.StatementReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out what a script makes depend on what it asks: variables, {@code IF}, {@code CONCAT}, counted rows. */
final class Evaluation {

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", ">", "<", ">=", "<=", "<=>");

    private final Engine engine;
    private final Map<String, Worth> variables;

    Evaluation(Engine engine) {
        this.engine = engine;
        this.variables = engine.session().worths();
    }

    /** The text that comes of it; empty where nobody knows. */
    String text(Clause clause) {
        return of(clause) instanceof Worth.Words words ? words.text() : "";
    }

    Worth of(Clause clause) {
        return of(clause, Optional.empty());
    }

    /** {@code rows} are those that an aggregate counts. */
    private Worth of(Clause clause, Optional<Query> rows) {
        Clause plain = bare(clause);
        List<String> words = plain.words();
        if (words.isEmpty()) {
            return new Worth.Unknown();
        }
        if (words.size() == 1) {
            return word(words.getFirst());
        }
        String first = words.getFirst().toUpperCase(Locale.ROOT);
        return switch (first) {
            case "SELECT" -> query(plain);
            case "IF" -> choice(plain, rows);
            case "CONCAT" -> joined(plain, rows);
            case "COUNT" ->
                rows.<Worth>map(query -> new Worth.Count(isThere(query))).orElseGet(Worth.Unknown::new);
            default -> new Worth.Unknown();
        };
    }

    private static Clause bare(Clause clause) {
        Clause plain = clause;
        while (plain.words().size() > 1 && plain.words().getFirst().equals("(") && SelectList.isOnePair(plain)) {
            plain = SelectList.inside(plain);
        }
        return plain;
    }

    private Worth word(String word) {
        char first = word.charAt(0);
        if (first == '\'' || first == '"') {
            String quote = String.valueOf(first);
            String content = word.substring(1, Math.max(1, word.length() - 1));
            return new Worth.Words(content.replace(quote + quote, quote).replace("\\" + quote, quote));
        }
        if (Amounts.isNumber(word)) {
            return new Worth.Words(word);
        }
        return Optional.ofNullable(variables.get(word.toLowerCase(Locale.ROOT))).orElseGet(Worth.Unknown::new);
    }

    private Worth choice(Clause call, Optional<Query> rows) {
        List<Clause> arguments = arguments(call);
        if (arguments.size() != 3) {
            return new Worth.Unknown();
        }
        return switch (holds(arguments.getFirst(), rows)) {
            case YES, AS_WANTED -> of(arguments.get(1), rows);
            case NO -> of(arguments.get(2), rows);
            case UNCLEAR -> new Worth.Unknown();
        };
    }

    private Worth joined(Clause call, Optional<Query> rows) {
        StringBuilder text = new StringBuilder();
        for (Clause argument : arguments(call)) {
            if (!(of(argument, rows) instanceof Worth.Words words)) {
                return new Worth.Unknown();
            }
            text.append(words.text());
        }
        return new Worth.Words(text.toString());
    }

    private static List<Clause> arguments(Clause call) {
        return SelectList.parts(SelectList.inside(SelectList.withoutFirst(call)));
    }

    private Worth query(Clause clause) {
        Optional<Query> query = read(clause);
        List<Clause> items = SelectList.parts(SelectList.list(clause));
        if (query.isEmpty() || items.size() != 1) {
            return new Worth.Unknown();
        }
        Clause item = items.getFirst();
        int into = item.words().stream()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList()
                .indexOf("INTO");
        return of(into < 0 ? item : beginning(item, into), query);
    }

    private static Clause beginning(Clause clause, int words) {
        int at = clause.from();
        int left = words;
        while (at < clause.to() && left > 0) {
            left -= clause.tokens().isSilent(at) ? 0 : 1;
            at++;
        }
        return new Clause(clause.tokens(), clause.from(), at);
    }

    private Optional<Query> read(Clause clause) {
        List<Statement> statements = Script.of(clause.text(), engine.dialect()).statements();
        return statements.size() == 1 && StatementReader.read(statements.getFirst()) instanceof Action.Select select
                ? Optional.of(select.query())
                : Optional.empty();
    }

    /** Whether a condition holds. */
    Answer holds(Clause condition) {
        return holds(condition, Optional.empty());
    }

    private Answer holds(Clause condition, Optional<Query> rows) {
        Clause plain = bare(condition);
        List<String> words = plain.words();
        if (words.isEmpty()) {
            return Answer.UNCLEAR;
        }
        String first = words.getFirst().toUpperCase(Locale.ROOT);
        if (first.equals("NOT")) {
            return holds(SelectList.withoutFirst(plain), rows).negated();
        }
        if (first.equals("EXISTS")) {
            return read(bare(SelectList.withoutFirst(plain))).map(this::isThere).orElse(Answer.UNCLEAR);
        }
        Optional<Integer> sign = comparison(plain);
        return sign.map(at -> compared(plain, at, rows)).orElseGet(() -> truth(of(plain, rows)));
    }

    private static Answer truth(Worth worth) {
        return switch (worth) {
            case Worth.Count count -> count.isSome();
            case Worth.Words words ->
                Answer.of(Amounts.isNumber(words.text()) && !words.text().matches("0+"));
            case Worth.Unknown unknown -> Answer.UNCLEAR;
        };
    }

    /** Where the only comparison stands that is in no parentheses. */
    private static Optional<Integer> comparison(Clause clause) {
        int depth = 0;
        List<Integer> found = new ArrayList<>();
        for (int index = clause.from(); index < clause.to(); index++) {
            String text = clause.tokens().text(index);
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (depth == 0 && COMPARISONS.contains(text)) {
                found.add(index);
            }
            if (depth == 0 && (text.equalsIgnoreCase("AND") || text.equalsIgnoreCase("OR"))) {
                return Optional.empty();
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Answer compared(Clause clause, int at, Optional<Query> rows) {
        Worth left = of(new Clause(clause.tokens(), clause.from(), at), rows);
        Worth right = of(new Clause(clause.tokens(), at + 1, clause.to()), rows);
        String sign = clause.tokens().text(at);
        if (left instanceof Worth.Count count && right instanceof Worth.Words number) {
            return counted(count.isSome(), sign, number.text());
        }
        if (left instanceof Worth.Words one && right instanceof Worth.Words other) {
            return switch (sign) {
                case "=", "<=>" -> Answer.of(one.text().equals(other.text()));
                case "<>", "!=" -> Answer.of(!one.text().equals(other.text()));
                default -> Answer.UNCLEAR;
            };
        }
        return Answer.UNCLEAR;
    }

    private static Answer counted(Answer isSome, String sign, String number) {
        return switch (sign + number) {
            case "=0", "<1", "<=0", "<=>0" -> isSome.negated();
            case ">0", ">=1", "<>0", "!=0", "=1", "<=>1" -> isSome;
            default -> Answer.UNCLEAR;
        };
    }

    private Answer isThere(Query query) {
        return new Questions(engine).isThere(query, this::known);
    }

    /** A condition with the values of variables in their places. */
    String known(Clause where) {
        List<String> words = new ArrayList<>();
        for (String word : where.words()) {
            Worth worth = variables.getOrDefault(word.toLowerCase(Locale.ROOT), new Worth.Unknown());
            words.add(worth instanceof Worth.Words known ? "'" + known.text() + "'" : word);
        }
        return String.join(" ", words);
    }
}
