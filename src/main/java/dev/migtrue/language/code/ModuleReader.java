package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/** Runs through the statements of a module as Python would, keeping only what is assigned to the names asked for. */
final class ModuleReader {

    private static final Pattern DEFINITION = Pattern.compile("^(?:def |async def |class |@)", Pattern.MULTILINE);

    private static final String UNLOADED =
            "written in a way that takes a native parser to read, which does not load on this machine";

    private final SourceText source;
    private final Set<String> names;
    private final SequencedMap<String, Constant> constants = new LinkedHashMap<>();
    private Optional<String> docstring = Optional.empty();
    private Optional<Span> wildcard = Optional.empty();

    private ModuleReader(SourceText source, Set<String> names) {
        this.source = source;
        this.names = names;
    }

    static PythonModule read(SourceText source, Set<String> names) {
        ModuleReader reader = new ModuleReader(source, names);
        try {
            reader.readAll();
        } catch (LinkageError e) {
            // The native parser does not load here; that is a gap in what we know, not the end of the run.
            names.forEach(name -> reader.constants.put(name, new Constant.Computed(UNLOADED, Span.START)));
        }
        return new PythonModule(reader.docstring, reader.constants, reader.wildcard);
    }

    private void readAll() {
        try (Syntax module = Syntax.parse(Grammar.PYTHON, source)) {
            if (module.firstError().isEmpty()) {
                statements(module.root().children());
                return;
            }
        }
        int doubtfulFrom = readHead();
        doubtBelow(doubtfulFrom);
    }

    /** Reads what stands above the first definition and the first fault; answers where the rest begins. */
    private int readHead() {
        SourceText head = DEFINITION
                .matcher(source.value())
                .results()
                .findFirst()
                .map(definition -> source.upTo(definition.start()))
                .orElse(source);
        try (Syntax module = Syntax.parse(Grammar.PYTHON, head)) {
            int fault = module.firstError().orElse(head.value().length());
            List<SyntaxNode> all = module.root().children();
            List<SyntaxNode> sound = all.stream()
                    .takeWhile(statement -> statement.end() <= fault)
                    .toList();
            statements(sound);
            return sound.size() == all.size() ? fault : all.get(sound.size()).start();
        }
    }

    private void doubtBelow(int offset) {
        String rest = source.value().substring(offset);
        for (String name : names) {
            Pattern mention = Pattern.compile("^(?:\\S.*)?\\b" + Pattern.quote(name) + "\\b", Pattern.MULTILINE);
            mention.matcher(rest)
                    .results()
                    .reduce((first, last) -> last)
                    .ifPresent(found -> constants.put(
                            name,
                            new Constant.Computed(
                                    "below a syntax error",
                                    source.span(offset + found.start(), offset + found.end()))));
        }
    }

    private void statements(List<SyntaxNode> statements) {
        statements.stream()
                .findFirst()
                .filter(first -> first.is("expression_statement"))
                .flatMap(first -> first.firstChild().map(value -> ConstantReader.read(value, first.span())))
                .filter(Constant.Text.class::isInstance)
                .map(Constant.Text.class::cast)
                .ifPresent(text -> docstring = Optional.of(text.value()));
        statements.forEach(this::statement);
    }

    private void statement(SyntaxNode statement) {
        String text = statement.text();
        if (names.stream().noneMatch(text::contains) && !text.contains("*")) {
            return;
        }
        statement
                .firstChild()
                .filter(child -> statement.is("expression_statement") && child.is("assignment"))
                .ifPresentOrElse(
                        assignment -> constants.putAll(new Assignment(assignment, names).constants()),
                        () -> bindings(statement));
    }

    private void bindings(SyntaxNode statement) {
        Bindings bindings = Bindings.in(statement);
        bindings.names().forEach((name, why) -> {
            if (names.contains(name)) {
                constants.put(name, new Constant.Computed(why, statement.span()));
            }
        });
        if (bindings.hasWildcard()) {
            wildcard = Optional.of(statement.span());
        }
    }
}
