package dev.migtrue.gather.address;

import dev.migtrue.gather.address.PythonText.Value;
import dev.migtrue.model.RepoPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What plain values of a Python file come to: texts, and what is taken from the environment by the usual calls. The rest is a gap.
 *
 * @param file the file, from which paths start
 */
record PythonSettings(RepoPath file, String source, Filling filling) {

    private static final Set<String> GETTERS = Set.of(
            "os.environ.get",
            "os.getenv",
            "environ.get",
            "getenv",
            "env",
            "env.str",
            "env.get_value",
            "env.url",
            "config",
            "os.environ.setdefault",
            "get_env_variable");

    private static final Set<String> MAPPINGS = Set.of("os.environ", "environ", "env");

    private static final Pattern PARENTS = Pattern.compile(
            "=\\s*(?:pathlib\\.)?Path\\(__file__\\)(?:\\.resolve\\((?:strict=True)?\\)|\\.absolute\\(\\))?((?:\\.parent)+)\\s*$");
    private static final Pattern DIRNAMES = Pattern.compile(
            "=\\s*((?:os\\.path\\.)?dirname\\(\\s*)+(?:os\\.path\\.)?(?:abspath|realpath)\\(__file__\\)\\)+\\s*$");

    /** The text of a value. */
    String text(Value value) {
        return switch (value) {
            case PythonText.Text text -> text.value();
            case PythonText.Call call -> called(call);
            case PythonText.Item item ->
                MAPPINGS.contains(item.target()) && item.key() instanceof PythonText.Text name
                        ? filling.variable(name.value(), Optional.empty())
                        : running();
            case PythonText.Operation operation -> joined(operation);
            case PythonText.Name name -> folder(name.dotted()).orElseGet(() -> nothing(name.dotted()));
            case PythonText.Dict dict -> running();
            case PythonText.Other other -> running();
        };
    }

    /** The text of a member of a dictionary; empty where there is none. */
    String member(Map<String, Value> members, String key) {
        return Optional.ofNullable(members.get(key)).map(this::text).orElse("");
    }

    private String nothing(String name) {
        return name.equals("None") ? "" : running();
    }

    private String running() {
        filling.miss("it cannot be known without running '" + file + "'");
        return "";
    }

    private String called(PythonText.Call call) {
        List<Value> arguments = call.arguments();
        if (GETTERS.contains(call.function())
                && !arguments.isEmpty()
                && arguments.getFirst() instanceof PythonText.Text name) {
            Optional<Value> unset = Optional.ofNullable(call.keywords().get("default"))
                    .or(() -> arguments.size() > 1 ? Optional.of(arguments.get(1)) : Optional.empty());
            return filling.has(name.value())
                    ? filling.variable(name.value(), Optional.empty())
                    : filling.variable(name.value(), unset.map(this::text));
        }
        if (call.function().endsWith("join") && call.function().startsWith("os.path")) {
            return String.join("/", arguments.stream().map(this::text).toList()).replaceFirst("^\\./", "");
        }
        boolean isWrapping = Set.of("str", "int", "Path", "make_url", "URL").contains(call.function());
        return isWrapping && arguments.size() == 1 ? text(arguments.getFirst()) : running();
    }

    private String joined(PythonText.Operation operation) {
        return switch (operation.operator()) {
            case "/" -> (text(operation.left()) + "/" + text(operation.right())).replaceFirst("^\\./", "");
            case "+" -> text(operation.left()) + text(operation.right());
            default -> text(operation.left());
        };
    }

    /** A name that stands for a folder around the file, relative to the top; absent where that is not plain. */
    private Optional<String> folder(String name) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(name) + "\\s*=.*$").matcher(source);
        if (!line.find()) {
            return Optional.empty();
        }
        Matcher parents = PARENTS.matcher(line.group());
        Matcher dirnames = DIRNAMES.matcher(line.group());
        int steps = parents.find()
                ? parents.group(1).split("parent", -1).length - 1
                : dirnames.find() ? line.group().split("dirname", -1).length - 1 : 0;
        return steps == 0 ? Optional.empty() : file.resolve("../".repeat(steps)).map(RepoPath::toString);
    }
}
