package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A module that has run from its first statement to its last, and whose functions can be run then. */
public final class ModuleRun {

    /** What a module is run as. */
    public enum As {
        PROGRAM,
        IMPORT
    }

    /** What a file does that cannot be run here: {@link #of} is absent for it. */
    public static final List<Operation> UNREAD = List.of(new Operation.Unrecognized(
            "a file that takes a native parser to read, which does not load on this machine", Span.START));

    private static final Arguments NO_ARGUMENTS = new Arguments(List.of(), new LinkedHashMap<>(), true);

    private final CodeNode module;
    private final Reading reading;
    private final Scope scope;
    private final List<Operation> operations;

    private ModuleRun(CodeNode module, Reading reading, Scope scope, List<Operation> operations) {
        this.module = module;
        this.reading = reading;
        this.scope = scope;
        this.operations = operations;
    }

    /** Absent where the native parser does not load here. */
    public static Optional<ModuleRun> of(Language language, String text, As as, Dialect dialect, Library library) {
        Set<String> unread = as == As.IMPORT ? Set.of("downgrade") : Set.of();
        return language.tree(text, unread).map(module -> {
            Reading reading = new Reading(language, dialect, library);
            Scope scope = Scope.ofModule();
            scope.set("__name__", new Value.Text(as == As.PROGRAM ? "__main__" : "imported"));
            Outcome outcome = reading.walk().run(module.children(), Frame.first(scope), Next.NOTHING);
            return new ModuleRun(module, reading, scope, outcome.operations());
        });
    }

    /** What the module itself does. */
    public List<Operation> operations() {
        return operations;
    }

    /**
     * What the module itself does, and behind that what each class does that is made from {@code superclass}: its body, and then what is run of it.
     *
     * @param run of a class; nothing where that is absent
     */
    public List<Operation> operations(String superclass, Function<ClassRun, Optional<Following.Followed>> run) {
        List<Operation> all = new ArrayList<>(operations);
        for (ClassRun type : classes()) {
            if (type.superclasses().contains(superclass)) {
                all.addAll(type.body().outcome().operations());
                run.apply(type)
                        .ifPresent(followed -> all.addAll(followed.outcome().operations()));
            }
        }
        return all;
    }

    /** What a name of the module holds in the end; absent where nothing sets it. */
    public Optional<Value> value(String name) {
        return scope.get(name);
    }

    /** What a class of the module sets a name to; absent where it does not. */
    public Optional<Value> attribute(String type, String name) {
        return scope.get(type)
                .filter(Value.Instance.class::isInstance)
                .map(Value.Instance.class::cast)
                .flatMap(instance -> {
                    Scope inside = scope.inner();
                    reading.walk().run(Walk.block(instance.definition(), "body"), Frame.first(inside), Next.NOTHING);
                    return inside.get(name);
                });
    }

    /** The classes of the file, those inside others and inside namespaces among them, in the order of the text. */
    public List<ClassRun> classes() {
        List<CodeNode> found = new ArrayList<>();
        classes(module, found);
        return found.stream()
                .map(definition -> ClassRun.of(definition, reading, scope))
                .toList();
    }

    private static void classes(CodeNode node, List<CodeNode> found) {
        for (CodeNode part : node.parts()) {
            if (part.is("class_definition")) {
                found.add(part);
            }
            if (!part.is("function_definition")) {
                classes(part, found);
            }
        }
    }

    /** Runs a function with values in its parameters. */
    public Following.Followed call(Value.Function function, Value... values) {
        return reading.follow(function, Arguments.of(values), Frame.first(scope), Span.START);
    }

    /** SQL that stands in the module, or that it makes. */
    public Operation sql(Value.Text text, Span at) {
        return text.origin().isPresent()
                ? new Operation.Written(module.file(), text.origin().get())
                : new Operation.Called(text.value(), at);
    }

    /** What stands at the top of the module. */
    public CodeNode module() {
        return module;
    }

    /** What a function of the module does; absent where there is none. */
    public Optional<List<Operation>> call(String name) {
        return scope.get(name).filter(Value.Function.class::isInstance).map(function -> run((Value.Function) function));
    }

    private List<Operation> run(Value.Function function) {
        return reading.call(function, NO_ARGUMENTS, Frame.first(scope), Span.START)
                .operations();
    }

    /** The functions at its top, and those of its classes, that nothing in it calls; in the order of the text. */
    public Stream<List<Operation>> uncalled() {
        return Uncalled.of(module, scope).map(this::run);
    }
}
