package dev.migtrue.language.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * Differences that have one cause, as far as the schemas tell: a column that is gone takes its indexes along.
 *
 * @param cause what is to be told
 * @param consequences what differs because of it: further properties of the same object first, then others in the order of their objects
 */
public record Deviation(Difference cause, List<Difference> consequences) {

    public Deviation {
        consequences = List.copyOf(consequences);
    }

    /** What differences come down to, in the order of the objects of the causes. */
    public static List<Deviation> of(List<Difference> differences) {
        return new CauseSearch(differences).deviations();
    }

    /** What it is about, under the name by which the expected schema knows it, if it does. */
    public ObjectId object() {
        return cause.object();
    }

    /** All that is changed of its object; none where it is not there, or not expected. */
    public List<Difference.Changed> changes() {
        return Stream.concat(Stream.of(cause), consequences.stream())
                .filter(Difference.Changed.class::isInstance)
                .map(Difference.Changed.class::cast)
                .filter(changed -> changed.object().equals(object()))
                .toList();
    }

    /** The other objects that differ because of it, each once. */
    public List<ObjectId> affected() {
        return consequences.stream()
                .map(Difference::object)
                .filter(id -> !id.equals(object()))
                .distinct()
                .toList();
    }
}
