package dev.migtrue.language.code.follow;

import dev.migtrue.language.sql.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as a dialect writes them. */
public record Identifiers(Dialect dialect) {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** Words that no dialect, or not each, takes for a name. */
    private static final Set<String> RESERVED = Set.of(
            ("all and any as asc between both by case cast check collate column constraint create cross current_date current_time"
                            + " current_timestamp current_user default delete desc distinct drop else end except exists for foreign from"
                            + " full grant group having if in index inner insert intersect into is join key leading left like limit"
                            + " natural not null offset on only or order outer primary range references right rows select session_user"
                            + " set table then to trailing trigger union unique update user using values when where window with")
                    .split(" "));

    /** One name. */
    public String of(String name) {
        boolean isPlain = PLAIN.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
        if (isPlain) {
            return name;
        }
        return switch (dialect) {
            case MYSQL, MARIADB -> "`" + name.replace("`", "``") + "`";
            case SQL_SERVER -> "[" + name.replace("]", "]]") + "]";
            default -> "\"" + name.replace("\"", "\"\"") + "\"";
        };
    }

    /** One with the schema that it stands in. */
    public String of(Optional<String> schema, String name) {
        return schema.map(outer -> of(outer) + ".").orElse("") + of(name);
    }

    /** Several, with commas between. */
    public String of(List<String> names) {
        return names.stream().map(this::of).collect(Collectors.joining(", "));
    }
}
