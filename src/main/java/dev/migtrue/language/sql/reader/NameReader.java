package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Folding;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads names with what qualifies them: {@code users}, {@code app."Users"}, {@code [db]..[t]}. */
final class NameReader {

    private final Cursor cursor;
    private final Folding folding;

    private NameReader(Cursor cursor, Folding folding) {
        this.cursor = cursor;
        this.folding = folding;
    }

    /** The name that comes next, which is passed; absent where none does. */
    static Optional<Mention> read(Cursor cursor, Folding folding) {
        NameReader reader = new NameReader(cursor, folding);
        return reader.isPart() ? Optional.of(reader.name()) : Optional.empty();
    }

    private Mention name() {
        int start = cursor.at();
        List<String> parts = new ArrayList<>(2);
        parts.add(part());
        while (cursor.isSign('.') && isBeforePart()) {
            while (cursor.takeSign('.')) {
                // SQL Server: an empty part means the standard one.
            }
            parts.add(part());
        }
        return new Mention(new Name(parts), cursor.placeSince(start));
    }

    private boolean isBeforePart() {
        Cursor ahead = cursor.copy();
        while (ahead.takeSign('.')) {
            // As above.
        }
        return new NameReader(ahead, folding).isPart();
    }

    /** MySQL's names of users and SQLite's of tables may stand between the quotes of strings. */
    private boolean isPart() {
        return cursor.isName()
                || (cursor.isKind(TokenKind.STRING)
                        && cursor.tokens().source().charAt(cursor.tokens().start(cursor.at())) == '"');
    }

    private String part() {
        String text = cursor.tokens().text(cursor.at());
        String part = cursor.isWord() ? folding.plain(text) : folding.quoted(Quoted.content(text, cursor.dialect()));
        cursor.next();
        if (cursor.take("UESCAPE")) {
            cursor.next();
        }
        return part;
    }
}
