package dev.migtrue.language.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Blocks of the standard: {@code BEGIN … END}, {@code IF … END IF}, {@code LOOP … END LOOP}, {@code CASE … END}. */
final class CompoundNesting implements Nesting {

    /** Blocks where nothing but queries stands between {@code BEGIN} and {@code END}. */
    static final Set<String> PLAIN = Set.of();

    /** What opens a block at the beginning of a statement; elsewhere it is a function or a clause. */
    static final Set<String> PROCEDURAL = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");

    private static final Set<String> BEFORE_KIND = Set.of(
            "OR", "REPLACE", "ALTER", "TEMP", "TEMPORARY", "AGGREGATE", "CONSTRAINT", "SQL", "SECURITY", "INVOKER");

    private final Set<String> kinds;
    private final Set<String> openers;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private Stage stage = Stage.HEAD;
    private boolean isAtStart;
    private boolean isAfterEnd;
    private boolean isAfterBegin;

    private enum Block {
        STATEMENTS,
        EXPRESSION
    }

    private enum Stage {
        /** Between {@code CREATE} and the kind of what is created. */
        HEAD,
        /** The same, past a definer, whose name may be any word. */
        DEFINER,
        BODY,
        NO_BODY
    }

    private CompoundNesting(Set<String> kinds, Set<String> openers) {
        this.kinds = kinds;
        this.openers = openers;
    }

    /** That of {@code CREATE}, if one of {@code kinds} is created. */
    static CompoundNesting afterCreate(Set<String> kinds, Set<String> openers) {
        return new CompoundNesting(kinds, openers);
    }

    /** That of a control statement which begins with {@code first}. */
    static CompoundNesting withoutHead(String first) {
        CompoundNesting nesting = new CompoundNesting(Set.of(), PROCEDURAL);
        nesting.stage = Stage.BODY;
        nesting.isAtStart = true;
        nesting.body(first);
        nesting.isAfterBegin = first.equals("BEGIN");
        return nesting;
    }

    @Override
    public void word(String upper) {
        switch (stage) {
            case HEAD, DEFINER -> head(upper);
            case BODY -> body(upper);
            case NO_BODY -> {}
        }
    }

    private void head(String upper) {
        if (kinds.contains(upper)) {
            stage = Stage.BODY;
        } else if (upper.equals("DEFINER")) {
            stage = Stage.DEFINER;
        } else if (stage == Stage.HEAD && !BEFORE_KIND.contains(upper)) {
            stage = Stage.NO_BODY;
        }
    }

    private void body(String upper) {
        boolean wasAfterEnd = isAfterEnd;
        boolean wasAtStart = isAtStart;
        isAfterEnd = false;
        isAtStart = false;
        if (isAfterBegin) {
            isAfterBegin = false;
            // Outside routines, BEGIN alone begins a transaction.
            if (!upper.equals("NOT")) {
                stage = Stage.NO_BODY;
                blocks.clear();
                return;
            }
        }
        if (wasAfterEnd && !upper.equals("END")) {
            return;
        }
        switch (upper) {
            case "BEGIN" -> open(Block.STATEMENTS);
            case "CASE" -> blocks.push(wasAtStart ? Block.STATEMENTS : Block.EXPRESSION);
            case "END" -> {
                blocks.poll();
                isAfterEnd = true;
            }
            case "THEN", "ELSE" -> isAtStart = blocks.peek() != Block.EXPRESSION;
            case "DO", "ROW", "ATOMIC" -> isAtStart = true;
            default -> {
                if (wasAtStart && openers.contains(upper)) {
                    open(Block.STATEMENTS);
                    isAtStart = upper.equals("LOOP") || upper.equals("REPEAT");
                }
            }
        }
    }

    private void open(Block block) {
        blocks.push(block);
        isAtStart = true;
    }

    @Override
    public void sign(char sign) {
        isAfterEnd = false;
        isAtStart = sign == ';' || sign == ':';
    }

    @Override
    public boolean isOpen() {
        return !blocks.isEmpty() && !isAfterBegin;
    }
}
