package dev.migtrue.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command as it can be pasted into a POSIX shell: on one line, or one path per line where there are many. */
record ShellCommand(List<String> argv) {

    private static final String PATHS_FOLLOW = "--";
    private static final Pattern BARE = Pattern.compile("(--[a-z-]+=)?[A-Za-z0-9_@%+:,./-]+");

    ShellCommand {
        argv = List.copyOf(argv);
    }

    /** Its lines, broken only after {@code --} and only where one line would be wider than {@code width}. */
    List<String> lines(int width) {
        String whole = quoted(argv);
        int paths = argv.indexOf(PATHS_FOLLOW) + 1;
        if (Width.of(whole) <= width || paths == 0 || paths == argv.size()) {
            return List.of(whole);
        }
        List<String> lines = new ArrayList<>();
        lines.add(quoted(argv.subList(0, paths)) + " \\");
        argv.subList(paths, argv.size() - 1).forEach(path -> lines.add("  " + quoted(path) + " \\"));
        lines.add("  " + quoted(argv.getLast()));
        return lines;
    }

    private static String quoted(List<String> words) {
        return words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (BARE.matcher(word).matches()) {
            return word;
        }
        if (word.codePoints().anyMatch(Visible::isTreacherous)) {
            return escaped(word);
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Dollar-single-quotes (POSIX.1-2024): the only quoting that can spell out what a terminal would not show. */
    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder("$'");
        word.codePoints().forEach(point -> {
            String character = Character.toString(point);
            if (point == '\'' || point == '\\') {
                escaped.append('\\').append(character);
            } else if (Visible.isTreacherous(point)) {
                for (byte unit : character.getBytes(StandardCharsets.UTF_8)) {
                    escaped.append("\\%03o".formatted(unit & 0xff));
                }
            } else {
                escaped.append(character);
            }
        });
        return escaped.append('\'').toString();
    }
}
