package dev.migtrue.language.effect;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Held;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What statements say of a column.
 *
 * @param held the column
 * @param table that it is a column of
 * @param isOfKey whether it is one of the primary key
 */
record ColumnClaims(Dialect dialect, Held held, Held table, boolean isOfKey) {

    private static final List<String> HARMLESS = List.of("STATISTICS", "STORAGE", "COMPRESSION");

    void tell(Claims claims) {
        if (held.facet("type").isEmpty() || isAdjusted()) {
            return;
        }
        Optional<Spelling> there = claims.there("type").flatMap(type -> Spelling.of(type, dialect));
        type(claims, there);
        nullable(claims);
        if (!isComputed()) {
            standard(claims, there);
        }
        computed(claims);
        counted(claims);
    }

    /** Whether something was set on it of which nobody here knows what it is. */
    private boolean isAdjusted() {
        return held.facets().keySet().stream()
                .filter(facet -> facet.startsWith("adjusted "))
                .anyMatch(facet -> HARMLESS.stream().noneMatch(facet.toUpperCase(Locale.ROOT)::contains));
    }

    private boolean isMySql() {
        return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
    }

    private boolean isComputed() {
        return held.facets().containsKey("generated");
    }

    private boolean isCounted() {
        return held.facets().containsKey("counted");
    }

    private boolean isTimestamp() {
        return isMySql() && held.facet("type").toLowerCase(Locale.ROOT).startsWith("timestamp");
    }

    private void type(Claims claims, Optional<Spelling> there) {
        boolean isConverted = isMySql() && table.facets().containsKey("CHARACTER_SET");
        Optional<Spelling> written = Spelling.of(held.facet("type"), dialect);
        if (isConverted || written.isEmpty()) {
            return;
        }
        if (there.equals(written)) {
            claims.same("type");
        } else if (there.isPresent() || dialect == Dialect.POSTGRESQL) {
            claims.be("type", written.map(type -> type.printed(dialect)));
        }
    }

    private void nullable(Claims claims) {
        String required = held.facet("required").toLowerCase(Locale.ROOT);
        if (dialect == Dialect.SQLITE) {
            int conflict = required.indexOf(" on conflict");
            String suffix = conflict < 0 ? "" : required.substring(conflict);
            claims.be("nullable", Optional.of(required.isEmpty() || required.equals("no") ? "yes" : "no" + suffix));
            return;
        }
        String later = held.facets().getOrDefault("null", "unchanged");
        boolean isRequired = later.equals("not") || (later.equals("unchanged") && required.contains("not"));
        boolean isNeeded = isOfKey || isCounted() || held.facets().containsKey("identity");
        boolean isOther = isTimestamp() || isComputed() || held.facets().containsKey("like");
        boolean isUnsaid = later.equals("unchanged") && required.isEmpty() && isOther;
        boolean isPlain =
                claims.there("nullable").filter(List.of("yes", "no")::contains).isPresent();
        if (isPlain && !isUnsaid) {
            claims.be("nullable", Optional.of(isRequired || isNeeded ? "no" : "yes"));
        }
    }

    private void standard(Claims claims, Optional<Spelling> there) {
        Optional<String> written = Optional.ofNullable(held.facets().get("default"));
        boolean isOfOwnType = there.isEmpty() && dialect == Dialect.H2;
        boolean isUnsaid = written.isEmpty() && isTimestamp();
        if (isCounted() || isOfOwnType || isUnsaid || claims.there("identity").isPresent()) {
            return;
        }
        Defaults defaults = new Defaults(dialect, there);
        Agreement agreement = defaults.compare(written, claims.there("default"));
        claims.settle(
                "default",
                agreement,
                defaults.printed(written, claims.there("type").orElse("")));
    }

    /** How it is computed; whether it is kept, or worked out each time. */
    private void computed(Claims claims) {
        Optional<String> there = claims.there("generated");
        if (!isComputed()) {
            claims.be("generated", Optional.empty());
            return;
        }
        String formula = held.facet("computed");
        if (formula.isEmpty() || there.isEmpty()) {
            if (there.isEmpty() && !formula.isEmpty()) {
                claims.be("generated", Optional.of(formula));
            }
            return;
        }
        String text = there.get().replaceFirst(" (stored|virtual)$", "");
        String way = there.get().substring(text.length());
        Agreement agreement = Wording.of(formula, dialect).with(Wording.of(text, dialect));
        String words = held.facet("computing").toLowerCase(Locale.ROOT);
        boolean isKept = words.endsWith("stored") || words.endsWith("persistent");
        boolean isOtherWay = !way.isEmpty() && isKept != way.equals(" stored");
        if (agreement == Agreement.SAME && isOtherWay) {
            claims.be("generated", Optional.of(text + (isKept ? " stored" : " virtual")));
        } else {
            claims.settle("generated", agreement, Optional.of(formula + way));
        }
    }

    private void counted(Claims claims) {
        switch (dialect) {
            case POSTGRESQL, H2 -> identity(claims);
            case MYSQL, MARIADB -> extra(claims);
            case SQLITE ->
                claims.be("autoincrement", held.facet("counted").equals("yes") ? Optional.of("yes") : Optional.empty());
            case SQL_SERVER, ORACLE, ANSI -> {}
        }
    }

    private void identity(Claims claims) {
        String words = held.facets().getOrDefault("identity", "").isEmpty() ? "" : identityWords();
        if (!held.facets().containsKey("identity")) {
            boolean isSerial = dialect == Dialect.H2 && isCounted();
            if (!isSerial) {
                claims.be("identity", Optional.empty());
            }
        } else if (words.contains("generated always")) {
            claims.be("identity", Optional.of("always"));
        } else if (words.contains("generated by default")) {
            claims.be("identity", Optional.of("by default"));
        }
    }

    private String identityWords() {
        String inline = held.facet("identified");
        return (inline.isEmpty() ? held.facet("identity") : inline).toLowerCase(Locale.ROOT);
    }

    /** What stands beside the type in MySQL. */
    private void extra(Claims claims) {
        if (!held.facet("stored").isEmpty()) {
            return;
        }
        String updated = held.facet("updated");
        boolean isNow = Given.of(Optional.of(updated), dialect) instanceof Given.Moment;
        boolean isUnsaid = isTimestamp() && held.facet("default").isEmpty() && updated.isEmpty();
        if (isUnsaid || (!updated.isEmpty() && !isNow)) {
            return;
        }
        String there = claims.there("extra").orElse("");
        boolean isSetAnew = there.startsWith("on update ");
        boolean isAlike = isCounted() == there.equals("auto_increment") && !updated.isEmpty() == isSetAnew;
        if (isAlike && (isCounted() || isNow || there.isEmpty())) {
            claims.same("extra");
        } else if (isCounted() && isNow) {
            return;
        } else {
            claims.be(
                    "extra",
                    isCounted()
                            ? Optional.of("auto_increment")
                            : isNow ? Optional.of("on update current_timestamp()") : Optional.empty());
        }
    }
}
