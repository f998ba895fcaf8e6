package dev.migtrue.language.code.prisma;

import dev.migtrue.model.Span;

/**
 * A word of a schema file.
 *
 * @param text as written, a text with its quotes
 */
record PrismaToken(Kind kind, String text, Span span) {

    enum Kind {
        /** A name, a number. */
        WORD,
        /** In double quotes. */
        TEXT,
        /** {@code @id}, {@code @@map}, {@code @db.VarChar}. */
        ATTRIBUTE,
        /** One character that puts others together. */
        SIGN,
        LINE_END
    }

    boolean is(String wanted) {
        return kind == Kind.SIGN && text.equals(wanted);
    }

    /** How much deeper the next word is in brackets. */
    int turn() {
        if (kind != Kind.SIGN) {
            return 0;
        }
        return switch (text) {
            case "(", "[", "{" -> 1;
            case ")", "]", "}" -> -1;
            default -> 0;
        };
    }
}
