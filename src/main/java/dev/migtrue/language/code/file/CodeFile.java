package dev.migtrue.language.code.file;

import dev.migtrue.language.code.ecto.EctoMigration;
import dev.migtrue.language.code.efcore.EfMigration;
import dev.migtrue.language.code.goose.GooseMigration;
import dev.migtrue.language.code.laravel.PhpMigration;
import dev.migtrue.language.code.node.NodeMigration;
import dev.migtrue.language.code.rails.RailsMigration;
import dev.migtrue.language.code.sqlalchemy.PythonProgram;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The files of code that are read one by one, whatever tool they belong to: a row for each ending. */
public enum CodeFile {
    PYTHON(".py", PythonFile::read, PythonProgram::dialect),
    RUBY(".rb", RailsMigration::read, text -> Optional.empty()),
    GO(".go", GooseMigration::read, text -> Optional.empty()),
    ELIXIR(".exs", EctoMigration::read, text -> Optional.empty()),
    C_SHARP(".cs", EfMigration::read, text -> Optional.empty()),
    JAVASCRIPT(".js", NodeMigration::javascript, NodeMigration::dialect),
    JAVASCRIPT_MODULE(".mjs", NodeMigration::javascript, NodeMigration::dialect),
    COMMON_JAVASCRIPT(".cjs", NodeMigration::javascript, NodeMigration::dialect),
    TYPESCRIPT(".ts", NodeMigration::typescript, NodeMigration::dialect),
    PHP(".php", PhpMigration::read, text -> Optional.empty());

    private final String ending;

    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<String, Dialect, Program> reader;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<String, Optional<Dialect>> speaker;

    CodeFile(String ending, BiFunction<String, Dialect, Program> reader, Function<String, Optional<Dialect>> speaker) {
        this.ending = ending;
        this.reader = reader;
        this.speaker = speaker;
    }

    /** Absent where no row is for files of this name. */
    public static Optional<CodeFile> of(String name) {
        return Stream.of(values()).filter(row -> name.endsWith(row.ending)).findFirst();
    }

    /** What a file does. Never throws: what is not understood is told. */
    public Program read(String text, Dialect dialect) {
        return reader.apply(text, dialect);
    }

    /** What kind of database it is written for, by what it imports; absent where that does not tell. */
    public Optional<Dialect> dialect(String text) {
        return speaker.apply(text);
    }
}
