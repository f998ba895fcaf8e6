package dev.migtrue.language.code.ruby;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Rewording;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A {@code return}: in a block, it ends the method around the block. */
record RubyReturns(Set<Integer> ofBlocks) {

    /** The methods of which the end is that of the migration. */
    private static final Set<String> WHOLE = Set.of("change", "up");

    static RubyReturns of(CodeNode program) {
        Set<Integer> found = new HashSet<>();
        collect(program, false, false, found);
        return new RubyReturns(found);
    }

    private static void collect(CodeNode node, boolean isWhole, boolean isInBlock, Set<Integer> found) {
        for (CodeNode part : node.parts()) {
            switch (part.kind()) {
                case "method", "singleton_method" ->
                    collect(
                            part,
                            part.field("name")
                                    .map(CodeNode::text)
                                    .filter(WHOLE::contains)
                                    .isPresent(),
                            false,
                            found);
                case "lambda" -> collect(part.field("body").orElse(part), false, false, found);
                case "block", "do_block" -> collect(part, isWhole, isInBlock || !isLoop(node), found);
                case "return" -> {
                    if (isWhole && isInBlock) {
                        found.add(part.start());
                    }
                }
                default -> collect(part, isWhole, isInBlock, found);
            }
        }
    }

    private static boolean isLoop(CodeNode call) {
        return call.field("method")
                .map(CodeNode::text)
                .filter(RubyCalls.LOOPS::contains)
                .isPresent();
    }

    CodeNode put(CodeNode node, Rewording words) {
        return ofBlocks.contains(node.start()) ? node.as("leave_statement", List.of()) : RubyBlocks.left(node, words);
    }
}
