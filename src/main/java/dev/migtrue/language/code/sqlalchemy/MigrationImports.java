package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.sql.Dialect;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** By which imports revisions of Alembic and migrations of Django tell what kind of database they are written for. */
public final class MigrationImports {

    private static final Map<Dialect, Pattern> MODULES = modules();

    /** Who asks, or gives a type for each kind, writes for several. */
    private static final Pattern OF_SEVERAL =
            Pattern.compile("\\.with_variant\\(|\\bdialect\\.name\\b|\\bconnection\\.vendor\\b");

    private MigrationImports() {}

    private static Map<Dialect, Pattern> modules() {
        Map<Dialect, Pattern> modules = new EnumMap<>(Dialect.class);
        modules.put(Dialect.POSTGRESQL, module("postgresql", "django\\.contrib\\.postgres\\b"));
        modules.put(Dialect.MYSQL, module("mysql", "django_mysql\\b"));
        modules.put(Dialect.SQLITE, module("sqlite", "django\\.db\\.backends\\.sqlite3\\b"));
        modules.put(Dialect.SQL_SERVER, module("mssql", "mssql\\b"));
        modules.put(Dialect.ORACLE, module("oracle", "django\\.db\\.backends\\.oracle\\b"));
        return modules;
    }

    private static Pattern module(String dialect, String ofDjango) {
        return Pattern.compile(
                ("(?m)\\bdialects\\.%1$s\\b|^\\s*from\\s+sqlalchemy\\.dialects\\s+import\\s[^#\\n]*\\b%1$s\\b"
                                + "|^\\s*(?:from|import)\\s+%2$s")
                        .formatted(dialect, ofDjango));
    }

    /** The one kind of database of which they import something; absent where they import of none or several, or ask which one it is. */
    public static Optional<Dialect> dialect(Collection<String> texts) {
        Set<Dialect> imported = EnumSet.noneOf(Dialect.class);
        for (String text : texts) {
            if (OF_SEVERAL.matcher(text).find()) {
                return Optional.empty();
            }
            if (text.contains("dialects") || text.contains("django")) {
                MODULES.forEach((dialect, module) -> {
                    if (!imported.contains(dialect) && module.matcher(text).find()) {
                        imported.add(dialect);
                    }
                });
            }
        }
        return imported.size() == 1 ? imported.stream().findFirst() : Optional.empty();
    }
}
