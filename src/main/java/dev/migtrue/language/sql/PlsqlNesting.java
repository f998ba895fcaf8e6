package dev.migtrue.language.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Blocks of PL/SQL, in which declarations come before {@code BEGIN}, and may hold routines themselves. */
final class PlsqlNesting implements Nesting {

    private static final Set<String> BEFORE_KIND =
            Set.of("OR", "REPLACE", "AND", "EDITIONABLE", "NONEDITIONABLE", "IF", "NOT", "EXISTS");

    /** What begins a unit whose {@code IS} or {@code AS} opens its declarations. */
    private static final Set<String> UNITS = Set.of(
            "PROCEDURE",
            "FUNCTION",
            "PACKAGE",
            "BEFORE",
            "AFTER",
            "INSTEAD",
            "MEMBER",
            "STATIC",
            "CONSTRUCTOR",
            "MAP",
            "ORDER",
            "OVERRIDING",
            "FINAL");

    private final Deque<Block> blocks = new ArrayDeque<>();
    private Head head = Head.NONE;
    private boolean isAtStart;
    private boolean isAfterEnd;
    private boolean isAfterOpening;

    private enum Block {
        /** Waits for the {@code BEGIN} of the same unit. */
        DECLARATIONS,
        /** A package or the body of a type, which may do without one. */
        PACKAGE,
        STATEMENTS,
        EXPRESSION
    }

    /** What the statement or declaration at hand has shown of itself. */
    private enum Head {
        NONE,
        CREATE,
        UNIT,
        PACKAGE,
        TYPE,
        TRIGGER,
        /** Something without a body is created. */
        PLAIN
    }

    PlsqlNesting(String first) {
        switch (first) {
            case "CREATE" -> head = Head.CREATE;
            case "DECLARE" -> open(Block.DECLARATIONS);
            case "BEGIN" -> open(Block.STATEMENTS);
            default -> {}
        }
    }

    @Override
    public void word(String upper) {
        if (head == Head.PLAIN) {
            return;
        }
        boolean wasAtStart = isAtStart;
        boolean wasAfterEnd = isAfterEnd;
        boolean wasAfterOpening = isAfterOpening;
        isAtStart = false;
        isAfterEnd = false;
        isAfterOpening = false;
        if (head == Head.CREATE) {
            create(upper);
        } else if (wasAfterOpening && (upper.equals("LANGUAGE") || upper.equals("EXTERNAL"))) {
            blocks.poll();
        } else if (!wasAfterEnd) {
            if (wasAtStart && UNITS.contains(upper) && blocks.peek() != Block.STATEMENTS) {
                head = Head.UNIT;
            }
            body(upper, wasAtStart);
        }
    }

    private void create(String upper) {
        head = switch (upper) {
            case "PROCEDURE", "FUNCTION" -> Head.UNIT;
            case "PACKAGE" -> Head.PACKAGE;
            case "TYPE" -> Head.TYPE;
            case "TRIGGER" -> Head.TRIGGER;
            default -> BEFORE_KIND.contains(upper) ? Head.CREATE : Head.PLAIN;
        };
    }

    private void body(String upper, boolean wasAtStart) {
        switch (upper) {
            case "BODY" -> head = head == Head.TYPE ? Head.PACKAGE : head;
            case "IS", "AS" -> unit();
            case "DECLARE" -> open(Block.DECLARATIONS);
            case "COMPOUND" -> head = head == Head.TRIGGER ? Head.PACKAGE : head;
            case "TRIGGER" -> unit();
            case "BEGIN" -> {
                if (blocks.peek() == Block.DECLARATIONS || blocks.peek() == Block.PACKAGE) {
                    blocks.pop();
                }
                open(Block.STATEMENTS);
            }
            case "CASE" -> blocks.push(wasAtStart ? Block.STATEMENTS : Block.EXPRESSION);
            case "LOOP" -> open(Block.STATEMENTS);
            case "IF" -> {
                if (wasAtStart) {
                    blocks.push(Block.STATEMENTS);
                }
            }
            case "THEN", "ELSE" -> isAtStart = blocks.peek() != Block.EXPRESSION;
            case "END" -> {
                blocks.poll();
                isAfterEnd = true;
            }
            default -> {}
        }
    }

    private void unit() {
        if (head == Head.UNIT) {
            open(Block.DECLARATIONS);
            isAfterOpening = true;
        } else if (head == Head.PACKAGE) {
            open(Block.PACKAGE);
        }
    }

    private void open(Block block) {
        blocks.push(block);
        isAtStart = true;
        head = Head.NONE;
    }

    @Override
    public void sign(char sign) {
        isAfterEnd = false;
        isAfterOpening = false;
        isAtStart = sign == ';' || sign == '>';
        if (sign == ';') {
            head = Head.NONE;
        }
    }

    @Override
    public boolean isOpen() {
        return !blocks.isEmpty();
    }
}
