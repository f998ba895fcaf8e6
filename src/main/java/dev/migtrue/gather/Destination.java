package dev.migtrue.gather;

import dev.migtrue.gather.road.Answer;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.road.Inquiry;
import dev.migtrue.gather.road.SchemaRoad;
import dev.migtrue.language.effect.Assessment;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.Expected.Attempt;
import dev.migtrue.language.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the roads to an expected schema led. They are gone once, however many tenants are held against what they led to.
 *
 * @param attempts the roads that led nowhere
 * @param reached where the first other one led; absent where none did
 * @param assumptions what had to be taken for granted
 */
record Destination(List<Attempt> attempts, Optional<Reached> reached, List<String> assumptions) {

    /** The end of a road. */
    record Reached(SchemaRoad road, Answer answer) {}

    Destination {
        attempts = List.copyOf(attempts);
        assumptions = List.copyOf(assumptions);
    }

    /** No road was gone, because nothing tells what was run. */
    static Destination unknown(List<Attempt> attempts) {
        return new Destination(attempts, Optional.empty(), List.of());
    }

    static Destination of(List<SchemaRoad> roads, Inquiry inquiry) {
        List<Attempt> attempts = new ArrayList<>();
        List<String> assumptions = inquiry.projects().stream()
                .map(AppliedProject::assumption)
                .flatMap(Optional::stream)
                .toList();
        for (SchemaRoad road : roads) {
            Answer answer = road.answer(inquiry);
            if (!(answer instanceof Answer.Unable unable)) {
                return new Destination(attempts, Optional.of(new Reached(road, answer)), assumptions);
            }
            attempts.add(new Attempt(road.road(), unable.reason()));
        }
        return new Destination(attempts, Optional.empty(), assumptions);
    }

    /** What is expected where this is found. */
    Expected beside(Schema live) {
        return reached.flatMap(end -> known(end, live)).orElseGet(() -> new Expected.NotKnown(attempts));
    }

    private Optional<Expected> known(Reached end, Schema live) {
        return switch (end.answer()) {
            case Answer.Unable unable -> Optional.empty();
            case Answer.Followed followed -> {
                Assessment beside = followed.account().against(live);
                yield Optional.of(new Expected.Known(
                        beside.expected(), end.road().road(), how(followed.how()), beside.omissions(live), attempts));
            }
            case Answer.Built built ->
                Optional.of(new Expected.Known(
                        built.schema(), end.road().road(), how(built.how()), built.omissions(), attempts));
        };
    }

    private String how(String how) {
        return Stream.concat(Stream.of(how), assumptions.stream()).collect(Collectors.joining("; "));
    }
}
