package dev.migtrue.facts;

import dev.migtrue.model.Sighting;
import dev.migtrue.model.Source;
import java.util.List;
import java.util.Optional;

/** What is known of a text that a database has run, where the migration's text is another one now. */
public sealed interface Edit {

    /** In what the text of today differs from it; absent where it could not be had. */
    Optional<Change> change();

    /** A source still has it. */
    record StillIn(Source source, Optional<Change> change) implements Edit {}

    /** Git, or another work tree, has or had it. */
    record Seen(Sighting sighting, Optional<Change> change) implements Edit {}

    /** Nobody keeps it, but it comes out when one change to today's text is undone. */
    record Undone(Change only) implements Edit {
        @Override
        public Optional<Change> change() {
            return Optional.of(only);
        }
    }

    /**
     * Nobody keeps it.
     *
     * @param limits why not everything was searched, each completing "not everything was searched: …"; mostly empty
     * @param placeholder the first one in today's text: what fills it in before the tool reads the file would explain the difference
     */
    record Lost(List<String> limits, Optional<String> placeholder) implements Edit {
        public Lost {
            limits = List.copyOf(limits);
        }

        @Override
        public Optional<Change> change() {
            return Optional.empty();
        }
    }
}
