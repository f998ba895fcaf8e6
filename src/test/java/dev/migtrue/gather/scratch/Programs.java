package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import java.util.List;

/** Migrations made of a text. */
final class Programs {

    private Programs() {}

    static Program of(Dialect dialect, Mode mode, String sql) {
        return new Program(dialect, mode, List.of(new Operation.Written(sql, new Place(0, sql.length()))));
    }
}
