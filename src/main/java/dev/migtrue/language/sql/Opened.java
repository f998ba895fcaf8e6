package dev.migtrue.language.sql;

import java.util.Locale;

/** A statement whose end has not come yet. */
final class Opened {

    private final Tokens tokens;
    private final int start;
    private final Nesting nesting;
    private final boolean hasStatementsInParentheses;
    private final Unmarked unmarked;
    private int parentheses;

    /** One that the last of {@code tokens} begins. */
    Opened(Tokens tokens, Dialect dialect) {
        this.tokens = tokens;
        this.start = tokens.size() - 1;
        this.nesting = dialect.bodies().nesting(tokens.text(start).toUpperCase(Locale.ROOT));
        this.hasStatementsInParentheses = dialect.has(Habit.STATEMENTS_IN_PARENTHESES);
        this.unmarked = new Unmarked(tokens, start);
    }

    int start() {
        return start;
    }

    /** Takes the last of the tokens, which begins with {@code first}, for one of its own. */
    void follow(TokenKind kind, char first) {
        if (kind == TokenKind.SIGN) {
            parentheses += first == '(' ? 1 : first == ')' ? -1 : 0;
        }
        if (nesting == Nesting.NONE) {
            return;
        }
        if (kind == TokenKind.WORD) {
            nesting.word(tokens.text(tokens.size() - 1).toUpperCase(Locale.ROOT));
        } else {
            nesting.sign(first);
        }
    }

    /** Whether a mark here would end only a part of it. */
    boolean isInside() {
        return nesting.isOpen() || (hasStatementsInParentheses && parentheses > 0);
    }

    /** Whether a mark may stand before its {@code ELSE}. */
    boolean isConditional() {
        return unmarked.isConditional();
    }

    /** Whether the token {@code index} begins another one. */
    boolean isOverBefore(int index) {
        return tokens.kind(index) == TokenKind.WORD
                && parentheses <= 0
                && !nesting.isOpen()
                && unmarked.isOverBefore(index);
    }

    /** Whether it is a {@code COPY … FROM STDIN}. */
    boolean awaitsRows() {
        if (!tokens.isWord(start, "COPY")) {
            return false;
        }
        boolean isAfterFrom = false;
        for (int index = start + 1; index < tokens.size(); index++) {
            if (isAfterFrom && tokens.isWord(index, "STDIN")) {
                return true;
            }
            isAfterFrom = tokens.isWord(index, "FROM") || (isAfterFrom && tokens.isSilent(index));
        }
        return false;
    }
}
