package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Held;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What statements say of code and queries: as far as a database keeps them word for word, or prints them so that only values can differ. */
record BodyClaims(Dialect dialect, Held held) {

    private static final Pattern QUERY = Pattern.compile("(?is)\\bas\\s+((?:\\(\\s*)*(?:select|with)\\b.*)");
    private static final Pattern TRIGGER = Pattern.compile(
            "(?is)\\btrigger\\s+(?:if\\s+not\\s+exists\\s+)?\\S+\\s+(before|after|instead\\s+of)\\s+(insert|update|delete)\\s+on\\s.*");

    void tell(ObjectKind kind, Claims claims) {
        switch (kind) {
            case FUNCTION, PROCEDURE -> routine(claims);
            case VIEW, MATERIALIZED_VIEW -> view(claims);
            case TRIGGER -> trigger(claims);
            default -> {}
        }
    }

    private boolean isKept() {
        return switch (dialect) {
            case POSTGRESQL, MYSQL, MARIADB -> true;
            case SQLITE, H2, SQL_SERVER, ORACLE, ANSI -> false;
        };
    }

    private void routine(Claims claims) {
        String body = held.facet("body");
        String words = held.definition().toLowerCase(Locale.ROOT);
        // The code of a function of SQL that stands in no string is printed anew.
        boolean isString = dialect != Dialect.POSTGRESQL || words.contains(" as $") || words.contains(" as '");
        if (isKept() && isString) {
            code(claims, body);
        }
    }

    /** Comments and blanks do not count: some clients leave them out. */
    private void code(Claims claims, String body) {
        Optional<String> there = claims.there("body");
        boolean isPutIn = body.contains("${") || body.contains("{{");
        if (body.isBlank() || there.isEmpty() || isPutIn) {
            return;
        }
        boolean isSame = Wording.all(body, dialect).equals(Wording.all(there.get(), dialect));
        claims.settle("body", isSame ? Agreement.SAME : Agreement.OTHER, Optional.of(body.strip()));
    }

    private void view(Claims claims) {
        Matcher query = QUERY.matcher(held.definition());
        Optional<String> there = claims.there("definition");
        boolean isAltered = held.facets().containsKey("query");
        if (there.isEmpty() || isAltered || isCommented() || !query.find()) {
            return;
        }
        String written = query.group(1)
                .replaceFirst("(?is)\\s+with\\s+(no\\s+)?(data|(local |cascaded )?check option)\\s*$", "");
        Agreement agreement = Wording.of(written, dialect).with(Wording.of(there.get(), dialect));
        claims.settle("definition", agreement, Optional.of(written));
    }

    /** Where lines end was lost. */
    private boolean isCommented() {
        return held.definition().contains("--") || held.definition().contains("#");
    }

    private void trigger(Claims claims) {
        if (dialect == Dialect.MYSQL || dialect == Dialect.MARIADB) {
            code(claims, held.facet("body"));
        }
        Matcher said = TRIGGER.matcher(held.definition());
        if (isCommented() || !said.matches()) {
            return;
        }
        be(claims, "timing", said.group(1));
        List.of("event", "events").forEach(property -> be(claims, property, said.group(2)));
    }

    private static void be(Claims claims, String property, String written) {
        if (claims.there(property).isPresent()) {
            claims.be(property, Optional.of(written.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")));
        }
    }
}
