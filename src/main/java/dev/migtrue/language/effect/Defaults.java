package dev.migtrue.language.effect;

import dev.migtrue.language.sql.Dialect;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what a statement gives a column by default with what the catalogue prints.
 *
 * @param type of the column, as it is there; absent where nobody knows how values of it are printed
 */
record Defaults(Dialect dialect, Optional<Spelling> type) {

    private static final Set<String> TEXTS = Set.of(
            "text", "character varying", "character", "varchar", "char", "tinytext", "mediumtext", "longtext", "enum");
    private static final Set<String> NUMBERS = Set.of(
            "integer",
            "bigint",
            "smallint",
            "int",
            "tinyint",
            "mediumint",
            "numeric",
            "decimal",
            "real",
            "double",
            "double precision",
            "float",
            "boolean",
            "int unsigned",
            "bigint unsigned",
            "smallint unsigned",
            "tinyint unsigned");
    private static final Map<String, Boolean> TRUTHS =
            Map.of("t", true, "true", true, "y", true, "yes", true, "on", true, "f", false, "false", false, "n", false);
    private static final Set<String> WITHOUT = Set.of("text", "tinytext", "mediumtext", "longtext", "blob", "json");

    Agreement compare(Optional<String> written, Optional<String> there) {
        Given should = Given.of(written, dialect);
        Given is = live(there);
        boolean isDroppedByServer = isMySql() && isOf(WITHOUT);
        if (isDroppedByServer || (is instanceof Given.Nothing && should instanceof Given.Nothing)) {
            return isDroppedByServer && !(is instanceof Given.Nothing && should instanceof Given.Nothing)
                    ? Agreement.UNSURE
                    : Agreement.SAME;
        }
        if (is instanceof Given.Nothing || should instanceof Given.Nothing) {
            return Agreement.OTHER;
        }
        return compare(should, is);
    }

    /** MySQL prints strings without quotes. */
    private Given live(Optional<String> there) {
        Given read = Given.of(there, dialect);
        boolean isBare = dialect == Dialect.MYSQL && isOf(TEXTS) && !(read instanceof Given.Moment);
        return isBare ? there.<Given>map(Given.Text::new).orElseGet(Given.Nothing::new) : read;
    }

    private Agreement compare(Given should, Given is) {
        Optional<Agreement> counted = counted(should, is);
        if (counted.isPresent()) {
            return counted.get();
        }
        if (should instanceof Given.Text one && is instanceof Given.Text two) {
            return texts(one.text().stripTrailing(), two.text().stripTrailing());
        }
        if (should instanceof Given.Moment one && is instanceof Given.Moment two) {
            boolean isOfDate = one.part().equals("date") != two.part().equals("date");
            return one.equals(two) ? Agreement.SAME : isOfDate ? Agreement.OTHER : Agreement.UNSURE;
        }
        if (should instanceof Given.Formula one && is instanceof Given.Formula two) {
            return one.wording().with(two.wording());
        }
        boolean isTextOrTime = isLiteral(should) && is instanceof Given.Moment;
        boolean isTimeOrText = should instanceof Given.Moment && isLiteral(is);
        return dialect != Dialect.MYSQL && (isTextOrTime || isTimeOrText) ? Agreement.OTHER : Agreement.UNSURE;
    }

    private static boolean isLiteral(Given given) {
        return switch (given) {
            case Given.Amount amount -> true;
            case Given.Truth truth -> true;
            // PostgreSQL makes a time of 'now' at once.
            case Given.Text text -> !text.text().toLowerCase(Locale.ROOT).matches("now.*|today|tomorrow|current.*");
            case Given.Nothing none -> false;
            case Given.Moment moment -> false;
            case Given.Formula formula -> false;
        };
    }

    /** As numbers, where both are; present where that tells. */
    private Optional<Agreement> counted(Given should, Given is) {
        boolean isPlain = should instanceof Given.Text && is instanceof Given.Text && !isOf(NUMBERS);
        if (isPlain) {
            return Optional.empty();
        }
        return number(should)
                .flatMap(one -> number(is)
                        .map(two -> one.compareTo(two) == 0
                                ? Agreement.SAME
                                : isRounded(one, two)
                                        ? Agreement.UNSURE
                                        : isOf(NUMBERS) || areAmounts(should, is)
                                                ? Agreement.OTHER
                                                : Agreement.UNSURE));
    }

    /** MySQL cuts what a type has no places for. */
    private boolean isRounded(java.math.BigDecimal written, java.math.BigDecimal there) {
        return isMySql()
                && written.scale() > there.scale()
                && written.subtract(there).abs().compareTo(java.math.BigDecimal.ONE) < 0;
    }

    private static boolean areAmounts(Given should, Given is) {
        return should instanceof Given.Amount && is instanceof Given.Amount;
    }

    private Optional<java.math.BigDecimal> number(Given given) {
        boolean isTruth = type.filter(own -> own.family().equals("boolean")).isPresent();
        if (isTruth && given instanceof Given.Text text) {
            return Optional.ofNullable(TRUTHS.get(text.text().toLowerCase(Locale.ROOT)))
                    .map(is -> is ? java.math.BigDecimal.ONE : java.math.BigDecimal.ZERO)
                    .or(given::asNumber);
        }
        return given.asNumber();
    }

    private Agreement texts(String one, String two) {
        if (one.equals(two)) {
            return Agreement.SAME;
        }
        boolean isOwn = type.isEmpty() && !Wording.hasDigits(one) && !Wording.hasDigits(two);
        boolean areTimes = isTime(one) && isTime(two);
        return isOf(TEXTS) || isOwn || areTimes ? Agreement.OTHER : Agreement.UNSURE;
    }

    /** A time as PostgreSQL prints it, so that it is printed as it was written. */
    private static boolean isTime(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\+00");
    }

    private boolean isOf(Set<String> families) {
        return type.filter(own -> own.array().isEmpty() && own.isIn(families)).isPresent();
    }

    private boolean isMySql() {
        return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
    }

    /** As the catalogue would have it, more or less; it is shown and no more. */
    Optional<String> printed(Optional<String> written, String typeThere) {
        return switch (Given.of(written, dialect)) {
            case Given.Nothing none -> Optional.empty();
            case Given.Text text -> {
                String quoted = "'" + text.text().replace("'", "''") + "'";
                yield Optional.of(
                        dialect == Dialect.POSTGRESQL
                                ? quoted + "::" + typeThere.replaceFirst("\\(.*?\\)", "")
                                : quoted);
            }
            case Given.Amount amount -> Optional.of(amount.number().toPlainString());
            case Given.Truth truth ->
                Optional.of(dialect == Dialect.H2 ? truth.is() ? "TRUE" : "FALSE" : String.valueOf(truth.is()));
            case Given.Moment moment -> Optional.of(moment(moment, written.orElse("")));
            case Given.Formula formula -> written;
        };
    }

    private String moment(Given.Moment moment, String written) {
        String plain = written.toLowerCase(Locale.ROOT).replaceAll("[\\s()]", "");
        return switch (dialect) {
            case POSTGRESQL -> plain.equals("now") ? "now()" : plain.toUpperCase(Locale.ROOT);
            case MARIADB ->
                moment.part().equals("date")
                        ? "curdate()"
                        : moment.part().equals("time") ? "curtime()" : "current_timestamp()";
            case H2 -> "CURRENT_" + moment.part().toUpperCase(Locale.ROOT);
            default -> plain;
        };
    }
}
