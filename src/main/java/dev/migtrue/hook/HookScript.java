package dev.migtrue.hook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The script that git calls as a hook.
 *
 * @param launcher the program that it starts; where it is gone, the one on the PATH
 * @param options what it passes on to {@code migtrue hook run} in a clone, as words of the shell
 * @param absence what it means that there is no migtrue
 */
public record HookScript(Optional<String> launcher, List<String> options, Absence absence) {

    /** What comes after the name of a hook in the name of the file that holds what was there before. */
    static final String CHAINED = ".migtrue-chained";

    private static final String MARK = "# migtrue hook: ";
    private static final String LAUNCHER = "launcher=";

    private static final String CHAIN = """
            if [ -x "$before" ]; then
              "$before" "$@" || exit $?
            fi""";

    private static final String FED_CHAIN = """
            input=$(cat)
            feed() { [ -z "$input" ] || printf '%s\\n' "$input"; }
            if [ -x "$before" ]; then
              feed | "$before" "$@" || exit $?
            fi""";

    /** What it means for a commit that there is no migtrue to ask. */
    public enum Absence {
        PASSES("0"),
        STOPS("1");

        private final String exitCode;

        Absence(String exitCode) {
            this.exitCode = exitCode;
        }
    }

    public HookScript {
        options = List.copyOf(options);
    }

    /** The text for a stage. POSIX shell, nothing more. */
    public String text(HookStage stage) {
        return """
                #!/bin/sh
                %swritten by 'migtrue hook install', taken away by 'migtrue hook uninstall'. Changes made here get lost.
                %s%s
                before=$0%s
                %s
                %sif [ ! -f "$launcher" ] || [ ! -x "$launcher" ]; then
                  launcher=$(command -v migtrue) || {
                %s  }
                fi
                %s"$launcher" hook run %s "$@"
                %s""".formatted(
                        MARK,
                        LAUNCHER,
                        quoted(launcher.orElse("")),
                        CHAINED,
                        stage.isFed() ? FED_CHAIN : CHAIN,
                        idleness(stage),
                        withoutLauncher(stage),
                        stage.isFed() ? "feed | " : stage.isAdvice() ? "" : "exec ",
                        String.join(" ", words(stage)),
                        stage.isAdvice() ? "exit 0\n" : "");
    }

    /** What spares starting the program where git's own words tell that there is nothing to say. */
    private static String idleness(HookStage stage) {
        return switch (stage) {
            case POST_CHECKOUT -> "[ \"$3\" = 1 ] && [ \"$1\" != \"$2\" ] || exit 0\n";
            case POST_REWRITE -> "[ \"$1\" = rebase ] || exit 0\n";
            case PRE_COMMIT, PRE_MERGE_COMMIT, PRE_PUSH, POST_MERGE, PRE_RECEIVE -> "";
        };
    }

    private String withoutLauncher(HookStage stage) {
        return stage.isAdvice()
                ? "    exit 0\n"
                : "    echo \"migtrue is not there any more: migrations were not checked at %s\" >&2\n    exit %s\n"
                        .formatted(stage.label(), absence.exitCode);
    }

    private List<String> words(HookStage stage) {
        // Who receives has no database to look at: those of the people who push are not its own.
        return stage.side() == HookStage.Side.SERVER
                ? List.of(stage.label())
                : Stream.concat(Stream.of(stage.label()), options.stream()).toList();
    }

    /** Whether a text is a script of ours, of whatever version. */
    static boolean isOurs(String text) {
        return text.lines().skip(1).limit(1).anyMatch(line -> line.startsWith(MARK));
    }

    /** The launcher that a script of ours names; absent when it names none. */
    static Optional<String> launcherIn(String text) {
        return text.lines()
                .filter(line -> line.startsWith(LAUNCHER))
                .map(line -> unquoted(line.substring(LAUNCHER.length())))
                .filter(path -> !path.isEmpty())
                .findFirst();
    }

    /** A text as one word of the shell. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String unquoted(String word) {
        return word.substring(1, Math.max(1, word.length() - 1)).replace("'\\''", "'");
    }
}
