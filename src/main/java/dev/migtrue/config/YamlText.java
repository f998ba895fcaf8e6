package dev.migtrue.config;

import dev.migtrue.config.Value.Broken;
import dev.migtrue.config.Value.Mapping;
import dev.migtrue.config.Value.Member;
import dev.migtrue.config.Value.Scalar;
import dev.migtrue.config.Value.ScalarType;
import dev.migtrue.config.Value.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The events of YAML 1.2 made into one {@link Value}. No tag is followed and no alias expanded, so that a text can neither start code nor
 * grow.
 */
final class YamlText {

    private static final int DEEPEST = 20;
    private static final String MERGE_KEY = "<<";

    private final Iterator<Event> events;
    private final Problems problems;
    private final ScalarResolver types = new CoreScalarResolver(false);

    private YamlText(String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
        this.problems = problems;
    }

    /** Where a text stops to be something that could be read on. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Spot at;

        Unreadable(Spot at, String message) {
            super(message);
            this.at = at;
        }

        String message() {
            return Optional.ofNullable(getMessage()).orElse("");
        }
    }

    /** What a text holds; absent when it holds nothing, or cannot be read, which is told. */
    static Optional<Value> parse(String text, Problems problems) {
        try {
            return new YamlText(text, problems).document();
        } catch (Unreadable unreadable) {
            problems.tell(unreadable.at, unreadable.message());
        } catch (MarkedYamlEngineException malformed) {
            problems.tell(
                    malformed
                            .getProblemMark()
                            .or(malformed::getContextMark)
                            .map(YamlText::spot)
                            .orElse(Spot.START),
                    words(malformed.getProblem()));
        } catch (ReaderException unprintable) {
            problems.tell(
                    spot(text, unprintable.getPosition()),
                    "a character that no text may hold: U+%04X".formatted(unprintable.getCodePoint()));
        } catch (YamlEngineException other) {
            problems.tell(Spot.START, "this is not YAML 1.2");
        }
        return Optional.empty();
    }

    private static String words(String problem) {
        return problem.contains("\\t(TAB)")
                ? "a tab where only blanks may stand: indent with blanks"
                : "this is not YAML: " + problem.lines().findFirst().orElse("it cannot be taken apart");
    }

    private Optional<Value> document() throws Unreadable {
        Optional<Value> first = Optional.empty();
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case DocumentStart -> {
                    documents++;
                    if (documents > 1) {
                        problems.tell(at(event), "a second document: one file holds one configuration");
                        return first;
                    }
                    first = Optional.of(value(events.next(), 0));
                }
                case StreamStart,
                        StreamEnd,
                        DocumentEnd,
                        Comment,
                        Alias,
                        Scalar,
                        SequenceStart,
                        SequenceEnd,
                        MappingStart,
                        MappingEnd -> {}
            }
        }
        return first.filter(value -> !(value instanceof Scalar scalar && scalar.type() == ScalarType.NOTHING));
    }

    private Value value(Event event, int depth) throws Unreadable {
        if (event instanceof AliasEvent) {
            problems.tell(at(event), "aliases are not supported: write the value out");
            return new Broken(at(event));
        }
        if (depth > DEEPEST) {
            throw new Unreadable(at(event), "nothing in a configuration is nested so deeply");
        }
        refuseDecoration(event);
        return switch (event) {
            case ScalarEvent scalar -> new Scalar(scalar.getValue(), type(scalar), at(scalar));
            case MappingStartEvent mapping -> mapping(mapping, depth);
            default -> sequence(event, depth);
        };
    }

    private void refuseDecoration(Event event) {
        Optional<Anchor> anchor = event instanceof NodeEvent node ? node.getAnchor() : Optional.empty();
        anchor.ifPresent(name -> problems.tell(at(event), "anchors are not supported: leave out '&" + name + "'"));
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
        tag.ifPresent(name -> problems.tell(at(event), "tags are not supported: write the plain value"));
    }

    private Value sequence(Event start, int depth) throws Unreadable {
        List<Value> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event, depth + 1));
        }
        return new Sequence(items, at(start));
    }

    private Value mapping(Event start, int depth) throws Unreadable {
        List<Member> members = new ArrayList<>();
        Map<String, Spot> seen = new HashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Value key = value(event, depth + 1);
            Value value = value(events.next(), depth + 1);
            if (key instanceof Scalar scalar && isUsable(scalar, seen)) {
                members.add(new Member(scalar, value));
            } else if (!(key instanceof Scalar) && !(key instanceof Broken)) {
                problems.tell(key.at(), "expected a word as key, found " + key.found());
            }
        }
        return new Mapping(members, at(start));
    }

    private boolean isUsable(Scalar key, Map<String, Spot> seen) {
        if (key.text().equals(MERGE_KEY)) {
            problems.tell(key.at(), "merge keys are not supported: write the keys out");
            return false;
        }
        Optional<Spot> before = Optional.ofNullable(seen.putIfAbsent(key.text(), key.at()));
        before.ifPresent(first -> problems.tell(
                key.at(), "key " + key.quoted() + " stands here a second time; the first is in line " + first.line()));
        return before.isEmpty();
    }

    private ScalarType type(ScalarEvent scalar) {
        if (!scalar.isPlain()) {
            return ScalarType.TEXT;
        }
        Tag tag = types.resolve(scalar.getValue(), true);
        if (tag.equals(Tag.NULL)) {
            return ScalarType.NOTHING;
        }
        if (tag.equals(Tag.BOOL)) {
            return ScalarType.TRUTH;
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? ScalarType.NUMBER : ScalarType.TEXT;
    }

    private static Spot at(Event event) {
        return event.getStartMark().map(YamlText::spot).orElse(Spot.START);
    }

    private static Spot spot(Mark mark) {
        return new Spot(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** @param position in code points */
    private static Spot spot(String text, int position) {
        String before = text.substring(0, text.offsetByCodePoints(0, position));
        int lineStart = before.lastIndexOf('\n') + 1;
        return new Spot(
                1 + (int) before.chars().filter(character -> character == '\n').count(),
                1 + before.codePointCount(lineStart, before.length()));
    }
}
