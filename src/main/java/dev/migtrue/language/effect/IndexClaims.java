package dev.migtrue.language.effect;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Held;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What statements say of an index: what it is over, in which order, of which rows, and whether it holds each of them once. */
record IndexClaims(Dialect dialect, Held held) {

    private static final Pattern PLAIN = Pattern.compile(
            "([^\\s()]+|\"[^\"]+\"|`[^`]+`)(?: (asc|desc))?(?: nulls (first|last))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CUT = Pattern.compile("(?i)\\([^)]*\\(| desc\\b");
    private static final List<String> SORTS = List.of("btree", "fulltext", "spatial");
    private static final Pattern METHOD = Pattern.compile("(?i)^using (\\w+)");
    private static final Pattern INCLUDED = Pattern.compile("(?i)\\binclude \\( ([^()]*) \\)");

    void tell(Claims claims) {
        if (!held.facets().containsKey("keys")) {
            return;
        }
        claims.be("unique", Optional.of(held.facets().containsKey("unique") ? "yes" : "no"));
        columns(claims);
        where(claims);
        if (isMySql()) {
            sort(claims);
        }
        if (dialect == Dialect.POSTGRESQL) {
            claims.be("nulls", held.facets().containsKey("nulls") ? Optional.of("not distinct") : Optional.empty());
            method(claims);
            included(claims);
        }
    }

    /** Indexes for searching texts and places are told by a word before them. */
    private void sort(Claims claims) {
        String words = held.definition().toLowerCase(Locale.ROOT);
        boolean isPlain = !words.contains("using");
        String there = claims.there("method").orElse("");
        if (SORTS.contains(there) && isPlain) {
            String written =
                    SORTS.stream().filter(words::startsWith).findFirst().orElse("btree");
            claims.be("method", Optional.of(written));
        }
    }

    private boolean isMySql() {
        return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
    }

    private void columns(Claims claims) {
        Optional<String> there = claims.there("columns");
        // Of a key that MySQL calls a constraint, the lengths of its columns are not known here.
        boolean isCut = held.kind() == ObjectKind.CONSTRAINT
                && CUT.matcher(held.definition()).find();
        // What else a catalogue tells of those is the server's own.
        boolean isOfOtherSort = isMySql() && !claims.there("method").equals(Optional.of("btree"));
        if (there.isEmpty() || isCut || isOfOtherSort) {
            return;
        }
        List<String> keys = held.facet("keys").lines().toList();
        List<String> printed =
                keys.stream().flatMap(key -> printed(key).stream()).toList();
        boolean isPlain = printed.size() == keys.size() && isOf(keys);
        Wording live = Wording.of(there.get(), dialect);
        Agreement agreement =
                Wording.of(String.join(", ", isPlain ? printed : keys), dialect).with(live);
        // MySQL took no notice of the direction for long.
        boolean isTurned = isMySql() && printed.stream().anyMatch(key -> key.endsWith(" desc"));
        if (agreement == Agreement.SAME) {
            claims.same("columns");
        } else if (isPlain && !isTurned) {
            claims.be("columns", Optional.of(String.join(", ", printed)));
        } else {
            claims.settle("columns", agreement, Optional.of(String.join(", ", keys)));
        }
    }

    /** Whether the columns are still called as they were. */
    private boolean isOf(Collection<String> keys) {
        List<String> names = new ArrayList<>();
        for (String key : keys) {
            Matcher plain = PLAIN.matcher(key);
            if (plain.matches()) {
                names.add(folded(plain.group(1)));
            }
        }
        return new TreeSet<>(names)
                .equals(new TreeSet<>(held.columns().stream().map(this::folded).toList()));
    }

    private String folded(String name) {
        boolean isQuoted = name.startsWith("\"") || name.startsWith("`");
        String bare = isQuoted ? name.substring(1, name.length() - 1) : name;
        boolean isKept =
                dialect == Dialect.POSTGRESQL && (isQuoted || held.columns().contains(name));
        return isKept ? bare : bare.toLowerCase(Locale.ROOT);
    }

    /** A column as catalogues have it: with what goes without saying left out; absent for all else. */
    private Optional<String> printed(String key) {
        Matcher plain = PLAIN.matcher(key);
        if (!plain.matches()) {
            return Optional.empty();
        }
        boolean isDown = "desc".equalsIgnoreCase(plain.group(2));
        String usual = dialect == Dialect.POSTGRESQL ? isDown ? "first" : "last" : isDown ? "last" : "first";
        String nulls = Optional.ofNullable(plain.group(3))
                .map(side -> side.toLowerCase(Locale.ROOT))
                .filter(side -> !side.equals(usual))
                .map(side -> " nulls " + side)
                .orElse("");
        String name = dialect == Dialect.H2 ? plain.group(1).toUpperCase(Locale.ROOT) : plain.group(1);
        return Optional.of(name + (isDown ? " desc" : "") + nulls);
    }

    private void where(Claims claims) {
        Optional<String> written = Optional.of(held.facet("where")).filter(text -> !text.isEmpty());
        Optional<String> there = claims.there("where");
        if (written.isPresent() != there.isPresent()) {
            claims.be("where", written);
        } else if (written.isEmpty()) {
            claims.same("where");
        } else {
            claims.settle(
                    "where", Wording.of(written.get(), dialect).with(Wording.of(there.orElse(""), dialect)), written);
        }
    }

    private void method(Claims claims) {
        Matcher said = METHOD.matcher(held.facet("rest"));
        claims.be("method", Optional.of(said.find() ? said.group(1).toLowerCase(Locale.ROOT) : "btree"));
    }

    private void included(Claims claims) {
        Matcher said = INCLUDED.matcher(held.facet("rest"));
        Optional<String> written = said.find() ? Optional.of(said.group(1).replace(" ,", ",")) : Optional.empty();
        claims.be("include", written);
    }
}
