package dev.migtrue.language.code.declared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Models of one kind, and edits of them, each with what a database sees of it. */
record EditedModels(String kind) {

    static final Path FOLDER = Path.of("src", "test", "resources", "models").toAbsolutePath();

    private static final Map<String, String> ENDINGS = Map.of("efcore", "cs", "prisma", "prisma");

    /** What a database sees of an edit, and whether the text tells it. */
    enum Verdict {
        SEEN,
        UNSEEN,
        /** A database sees it, and the text does not tell for certain. */
        SILENT
    }

    record Edit(Verdict verdict, String name, String old, String now) {
        @Override
        public String toString() {
            return name;
        }
    }

    String before() {
        return text(kind + "-models." + ENDINGS.getOrDefault(kind, "py"));
    }

    String after(Edit edit) {
        int at = before().indexOf(edit.old());
        return before().substring(0, at)
                + edit.now()
                + before().substring(at + edit.old().length());
    }

    List<Edit> edits() {
        return text(kind + "-edits.tsv")
                .lines()
                .map(line -> line.split("\t", -1))
                .map(row -> new Edit(
                        Verdict.valueOf(row[0].toUpperCase(Locale.ROOT)),
                        row[1],
                        row[2].replace("\\n", "\n"),
                        row[3].replace("\\n", "\n")))
                .toList();
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
