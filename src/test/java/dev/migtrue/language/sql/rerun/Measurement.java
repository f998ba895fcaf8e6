package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a server made of a script that was run twice.
 *
 * @param how one session, one transaction, or statement by statement in two sessions
 * @param end what came of the second run
 * @param parts the script, what was there before, and what others did between the runs; of a file its title;
 *     and what a server must have, beyond what any has
 */
public record Measurement(Dialect dialect, String how, String end, Map<String, String> parts) {

    public static List<Measurement> all() throws IOException {
        return all("reruns");
    }

    /** Those of a resource, such as {@code reruns-more}. */
    public static List<Measurement> all(String resource) throws IOException {
        try (InputStream stream = Measurement.class.getResourceAsStream("/sql/" + resource + ".txt")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            List<Measurement> all = new ArrayList<>();
            String[] blocks = text.split("(?m)^=== ", -1);
            for (int index = 1; index < blocks.length; index++) {
                all.add(of(blocks[index]));
            }
            return all;
        }
    }

    private static Measurement of(String block) {
        String[] parts = block.split("(?m)^--- ", -1);
        String[] head = parts[0].strip().split(" ", -1);
        Map<String, String> texts = new TreeMap<>();
        for (int index = 1; index < parts.length; index++) {
            int line = parts[index].indexOf('\n');
            texts.put(parts[index].substring(0, line), parts[index].substring(line + 1));
        }
        return new Measurement(Dialect.named(head[0]).orElseThrow(), head[1], head[2], texts);
    }

    Verdict verdict() {
        return of(TwoRuns.after(part("before"), server(), mode()));
    }

    /** What is said of it where nobody tells what was there before. */
    Verdict verdictOnAnything() {
        return of(TwoRuns.onAnything(server(), mode()));
    }

    private Verdict of(TwoRuns runs) {
        TwoRuns.Sessions sessions = how.equals("one-session") ? TwoRuns.Sessions.ONE : TwoRuns.Sessions.TWO;
        return runs.of(part("script"), part("between"), sessions);
    }

    private Mode mode() {
        return how.equals("transaction") ? Mode.ONE_TRANSACTION : Mode.STATEMENT_BY_STATEMENT;
    }

    /** Those that were measured: of MySQL an old one, of all others such as people have today. */
    private Server server() {
        return dialect == Dialect.MYSQL ? Server.of(dialect, "5.6.24") : Server.of(dialect);
    }

    /** The script, or another part of it by name; empty where there is none. */
    public String part(String name) {
        return parts.getOrDefault(name, "");
    }

    /** Whether it is of a whole file, such as teams write, and not of a single case. */
    boolean isFile() {
        return parts.containsKey("file");
    }

    static String name(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Repeats repeats -> "repeats";
            case Verdict.Fails fails -> "fails";
            case Verdict.Mutates mutates -> "mutates";
            case Verdict.NeverRuns never -> "never-runs";
            case Verdict.Unsure unsure -> "unsure";
        };
    }
}
