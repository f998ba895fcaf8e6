package dev.migtrue.system.liquibase;

import dev.migtrue.model.Kind;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads SQL whose comments make changesets of it. */
final class FormattedSql {

    private static final Pattern FIRST_LINE = line("\\s*--\\s*liquibase\\s*formatted.*");
    private static final Pattern HEADER = line("\\s*--\\s*changeset\\s+(\"[^\"]+\"|[^:]+):(\\s*)(\"[^\"]+\"|\\S+)(.*)");
    private static final Pattern SETTING = Pattern.compile("(\\w+):(\"[^\"]*\"|\\S+)");
    private static final Pattern PROPERTY = line("\\s*--\\s*property\\s+(.*:.*)\\s+(.*:.*).*");
    private static final Pattern IGNORED = line("--\\s*ignoreLines:(\\w+)");
    private static final Pattern FOR_PEOPLE = line("--\\s*(?:comment|validCheckSum):? .*");

    /** What Liquibase makes of each. */
    private static final String CHANGE = "sql";

    private final List<Changelog.Entry> entries = new ArrayList<>();
    private final List<Changelog.Slip> found = new ArrayList<>();
    private final SqlSlips slips = new SqlSlips();
    private final List<String> lines;
    private Optional<String> logicalPath = Optional.empty();
    private Optional<Started> started = Optional.empty();

    /** A changeset whose end has not come yet. */
    private record Started(Matcher header, int line, List<String> body) {}

    private FormattedSql(String text) {
        this.lines = text.lines().toList();
    }

    static Changelog read(String text) {
        return new FormattedSql(text).whole(text);
    }

    private Changelog whole(String text) {
        boolean isFormatted = lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> FIRST_LINE.matcher(line).matches())
                .isPresent();
        return isFormatted ? changeSets() : plain(text);
    }

    private Changelog plain(String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (HEADER.matcher(lines.get(i)).matches() && found.isEmpty()) {
                found.add(new Changelog.Slip(
                        span(i, i),
                        "liquibase does not see this changeset and runs the whole file as one: the first line is not"
                                + " '--liquibase formatted sql'",
                        "make '--liquibase formatted sql' the first line of the file"));
            }
        }
        ChangeSet whole = new ChangeSet(
                Changelog.PLAIN_ID,
                Changelog.PLAIN_AUTHOR,
                Optional.empty(),
                "",
                Kind.VERSIONED,
                When.ALWAYS,
                text.replace("\r\n", "\n").strip(),
                Set.of(CHANGE),
                List.of(),
                Placeholders.in(List.of(text)),
                Set.of(),
                Running.USUAL,
                Span.START);
        return new Changelog.Plain(whole, found);
    }

    private Changelog changeSets() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher ignored = IGNORED.matcher(line);
            if (ignored.matches()) {
                i = lastIgnored(i, ignored.group(1));
            } else {
                read(line, i);
            }
        }
        finish(lines.size());
        return new Changelog.Read(logicalPath, When.ALWAYS, entries, found);
    }

    private int lastIgnored(int at, String extent) {
        if (extent.matches("\\d{1,6}")) {
            return at + Integer.parseInt(extent);
        }
        for (int i = at + 1; i < lines.size(); i++) {
            if (lines.get(i).replace(" ", "").equalsIgnoreCase("--ignoreLines:end")) {
                return i;
            }
        }
        return lines.size();
    }

    private void read(String line, int at) {
        Matcher header = HEADER.matcher(line);
        Matcher property = PROPERTY.matcher(line);
        if (FIRST_LINE.matcher(line).matches()) {
            slips.judgeFirstLine(line).ifPresent(told -> found.add(told.at(span(at, at))));
            logicalPath =
                    Optional.ofNullable(settings(line).get("logicalfilepath")).or(() -> logicalPath);
        } else if (property.matches()) {
            Map<String, String> settings = settings(line);
            Optional.ofNullable(settings.get("name"))
                    .ifPresent(name -> entries.add(new Changelog.Property(
                            Placeholders.plain(name),
                            settings.getOrDefault("value", ""),
                            new Changelog.Scope(
                                    settings.containsKey("context")
                                            || settings.containsKey("contextfilter")
                                            || settings.containsKey("labels")
                                            || line.contains("${"),
                                    settings.getOrDefault("global", "").equalsIgnoreCase("false"),
                                    When.words(settings.getOrDefault("dbms", ""))))));
        } else if (header.matches() && header.group(2).isEmpty()) {
            finish(at);
            started = Optional.of(new Started(header, at, new ArrayList<>()));
        } else {
            slips.judge(line, started.isPresent()).ifPresent(told -> found.add(told.at(span(at, at))));
            started.ifPresent(open -> open.body().add(line));
        }
    }

    private void finish(int end) {
        started.ifPresent(open -> entries.add(changeSet(open, end)));
        started = Optional.empty();
    }

    private ChangeSet changeSet(Started open, int end) {
        Map<String, String> settings = settings(open.header().group(4));
        String body = String.join(
                        "\n",
                        open.body().stream()
                                .filter(line -> !FOR_PEOPLE.matcher(line).matches())
                                .toList())
                .strip();
        int last = end - 1;
        while (last > open.line() && lines.get(last).isBlank()) {
            last--;
        }
        return new ChangeSet(
                unquoted(open.header().group(3)),
                unquoted(open.header().group(1).strip()),
                Optional.ofNullable(settings.get("logicalfilepath")),
                "",
                isTrue(settings, "runonchange") || isTrue(settings, "runalways") ? Kind.REPEATABLE : Kind.VERSIONED,
                new When(
                        settings.getOrDefault("dbms", ""),
                        settings.getOrDefault("contextfilter", settings.getOrDefault("context", "")),
                        settings.getOrDefault("labels", "")),
                open.header().group(4).strip() + "\n" + body,
                Set.of(CHANGE),
                List.of(),
                Placeholders.in(List.of(body)),
                Set.of(),
                new Running(
                        Running.mode(Optional.ofNullable(settings.get("runintransaction"))),
                        FormattedConditions.of(open.body())),
                span(open.line(), last));
    }

    private Span span(int first, int last) {
        return new Span(
                first + 1,
                1,
                last + 1,
                lines.get(last).codePointCount(0, lines.get(last).length()) + 1);
    }

    private static boolean isTrue(Map<String, String> settings, String key) {
        return settings.getOrDefault(key, "").equalsIgnoreCase("true");
    }

    private static Map<String, String> settings(String line) {
        Map<String, String> settings = new HashMap<>();
        SETTING.matcher(line)
                .results()
                .forEach(found -> settings.put(found.group(1).toLowerCase(Locale.ROOT), unquoted(found.group(2))));
        return settings;
    }

    private static String unquoted(String word) {
        boolean isQuoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
        return isQuoted ? word.substring(1, word.length() - 1) : word;
    }

    private static Pattern line(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }
}
