package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import java.util.List;

/** What imports give to names. */
final class Imports {

    private Imports() {}

    static void bind(CodeNode statement, Scope scope) {
        if (statement.is("import_from_statement")) {
            String module = statement.field("module_name").map(CodeNode::text).orElse("");
            statement.fields("name").forEach(name -> one(name, module + ".", scope));
        } else {
            statement.fields("name").forEach(name -> whole(name, scope));
        }
    }

    private static void one(CodeNode name, String module, Scope scope) {
        String path = name.field("name").orElse(name).text();
        String alias = name.field("alias").map(CodeNode::text).orElse(path);
        scope.set(alias, new Value.Named(module + path));
    }

    private static void whole(CodeNode name, Scope scope) {
        String path = name.field("name").orElse(name).text();
        if (name.field("alias").isPresent()) {
            scope.set(name.field("alias").get().text(), new Value.Named(path));
        } else {
            String first = List.of(path.split("\\.")).getFirst();
            scope.set(first, new Value.Named(first));
        }
    }
}
