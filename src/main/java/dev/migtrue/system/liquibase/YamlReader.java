package dev.migtrue.system.liquibase;

import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads YAML, and JSON, which is YAML too, into the elements that the same changelog would have in XML: what a key names is an
 * element, and where it is a plain value an attribute as well.
 */
final class YamlReader {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setAllowRecursiveKeys(false)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    /** A changelog has fewer; what an alias repeats is counted each time, and an alias may stand in itself. */
    private static final int MOST_ELEMENTS = 1_000_000;

    private static final int DEEPEST = 60;

    private int elements;

    private YamlReader() {}

    /** The element that a single key at the top of the text names. */
    static Document read(String text, String top) {
        try {
            Optional<Node> node = new Compose(SETTINGS).composeString(text);
            YamlReader reader = new YamlReader();
            return node.flatMap(found -> reader.named(top, found))
                    .<Document>map(Document.Tree::new)
                    .orElseGet(() -> new Document.Broken(Span.START, "it has no '%s' at its top".formatted(top)));
        } catch (MarkedYamlEngineException e) {
            return new Document.Broken(e.getProblemMark().map(YamlReader::start).orElse(Span.START), "it is no YAML");
        } catch (YamlEngineException e) {
            return new Document.Broken(Span.START, "it is no YAML");
        }
    }

    private Optional<Element> named(String top, Node node) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(entry -> key(entry).equals(top))
                        .findFirst()
                        .map(entry -> element(top, entry, 0))
                : Optional.empty();
    }

    private Element element(String name, NodeTuple entry, int depth) {
        Span at = span(entry.getKeyNode(), entry.getValueNode());
        return element(name, entry.getValueNode(), at, depth);
    }

    /** To Liquibase a list of maps is one map. */
    private Element element(String name, Node node, Span at, int depth) {
        SequencedMap<String, String> attributes = new LinkedHashMap<>();
        List<Element> children = new ArrayList<>();
        String text = "";
        elements++;
        if (depth > DEEPEST || elements > MOST_ELEMENTS) {
            throw new YamlEngineException("too deep, or endless");
        }
        switch (node) {
            case ScalarNode scalar -> text = scalar.getValue();
            case MappingNode mapping -> addEntries(mapping, attributes, children, depth);
            case SequenceNode sequence -> {
                for (Node item : sequence.getValue()) {
                    if (item instanceof MappingNode mapping) {
                        addEntries(mapping, attributes, children, depth);
                    } else {
                        children.add(element("item", item, span(item, item), depth + 1));
                    }
                }
            }
            default -> {}
        }
        return new Element(name, attributes, children, text, at);
    }

    private void addEntries(
            MappingNode mapping, SequencedMap<String, String> attributes, List<Element> children, int depth) {
        for (NodeTuple entry : mapping.getValue()) {
            String key = key(entry);
            if (entry.getValueNode() instanceof ScalarNode scalar) {
                attributes.putIfAbsent(key, scalar.getValue());
            }
            children.add(element(key, entry, depth + 1));
        }
    }

    private static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static Span span(Node first, Node last) {
        Span start = first.getStartMark().map(YamlReader::start).orElse(Span.START);
        Span end = last.getEndMark().map(YamlReader::start).orElse(start);
        boolean isForward = end.startLine() > start.startLine()
                || (end.startLine() == start.startLine() && end.startColumn() >= start.startColumn());
        // An alias ends where its anchor stands.
        return isForward ? new Span(start.startLine(), start.startColumn(), end.startLine(), end.startColumn()) : start;
    }

    private static Span start(Mark mark) {
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        return new Span(line, column, line, column);
    }
}
