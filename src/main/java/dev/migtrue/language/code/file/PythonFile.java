package dev.migtrue.language.code.file;

import dev.migtrue.language.code.django.DjangoMigration;
import dev.migtrue.language.code.sqlalchemy.AlembicRevision;
import dev.migtrue.language.code.sqlalchemy.PythonProgram;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import java.util.regex.Pattern;

/** A Python file outside of every project: it tells by itself whether a tool runs it. */
final class PythonFile {

    private static final Pattern ALEMBIC =
            Pattern.compile("(?m)^(?:from alembic import .*\\bop\\b|import alembic\\.op\\b)");
    private static final Pattern UPGRADE = Pattern.compile("(?m)^(?:async )?def upgrade\\w*\\(");
    private static final Pattern DJANGO = Pattern.compile("(?m)^class Migration\\((?:\\w+\\.)*Migration\\):");

    /** What stands for the label of an app that nobody knows: Django puts it before the names of tables. */
    private static final String SOME_APP = "app";

    private PythonFile() {}

    static Program read(String text, Dialect dialect) {
        if (ALEMBIC.matcher(text).find() && UPGRADE.matcher(text).find()) {
            return AlembicRevision.read(text, dialect);
        }
        return DJANGO.matcher(text).find()
                ? DjangoMigration.read(text, SOME_APP, dialect)
                : PythonProgram.read(text, dialect);
    }
}
