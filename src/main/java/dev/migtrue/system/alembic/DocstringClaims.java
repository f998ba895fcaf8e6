package dev.migtrue.system.alembic;

import dev.migtrue.language.code.Constant;
import dev.migtrue.model.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines of a docstring in which Alembic's template repeats id and parents for people. Alembic reads only the variables.
 *
 * @param docstring its words
 * @param text the file that it stands in
 */
record DocstringClaims(String docstring, String text) {

    private static final Pattern ID = Pattern.compile("(?m)^[ \\t]*(Revision ID:[ \\t]*(.*?))[ \\t]*$");
    private static final Pattern PARENTS = Pattern.compile("(?m)^[ \\t]*(Revises:[ \\t]*(.*?))[ \\t]*$");

    /** What may be an id, as a template writes it: bare, in quotes, or among others in a Python tuple. */
    private static final Pattern NAME = Pattern.compile("[^\\s,()\\[\\]'\"<>]+");

    private static final Set<String> NOTHING = Set.of("None", "<base>", "()", "[]");

    /** Shorter beginnings of an id are found only by chance, as in Alembic. */
    private static final int SHORTEST_TO_ABBREVIATE = 4;

    /** Those that the variables contradict; where a variable is computed or a line is not plain, nothing is said. */
    List<RevisionFile.Claim> against(Optional<Constant> id, Optional<Constant> parents) {
        return Stream.of(claim(ID, "revision", id), claim(PARENTS, "down_revision", parents))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<RevisionFile.Claim> claim(Pattern line, String name, Optional<Constant> variable) {
        Matcher found = line.matcher(docstring);
        if (variable.isEmpty() || variable.get() instanceof Constant.Computed || !found.find()) {
            return Optional.empty();
        }
        Set<String> meant = new TreeSet<>(RevisionReader.texts(variable.get()));
        return said(found.group(2))
                .filter(said -> !agrees(said, meant))
                .map(said -> new RevisionFile.Claim(at(found.group(1)), found.group(1), name + " is " + shown(meant)));
    }

    /** The ids of a line; absent when it is blank or holds other words. */
    private static Optional<Set<String>> said(String value) {
        if (NOTHING.contains(value)) {
            return Optional.of(Set.of());
        }
        List<String> names = Arrays.stream(
                        value.replaceAll("^[(\\[]|[)\\]]$", "").split(",", -1))
                .map(part -> part.strip().replaceAll("^(['\"])(.*)\\1$", "$2"))
                .toList();
        boolean isTrailing = names.size() > 1 && names.getLast().isEmpty();
        List<String> ids = isTrailing ? names.subList(0, names.size() - 1) : names;
        return ids.stream().allMatch(name -> NAME.matcher(name).matches())
                ? Optional.of(new TreeSet<>(ids))
                : Optional.empty();
    }

    /** Whether each says what the other does; an id may be cut short. */
    private static boolean agrees(Set<String> said, Set<String> meant) {
        return said.size() == meant.size()
                && said.stream()
                        .allMatch(name -> meant.contains(name)
                                || (name.length() >= SHORTEST_TO_ABBREVIATE
                                        && meant.stream().anyMatch(id -> id.startsWith(name))));
    }

    private Span at(String line) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int column = lines.get(i).indexOf(line);
            if (column >= 0) {
                int before = lines.get(i).codePointCount(0, column) + 1;
                return new Span(i + 1, before, i + 1, before + line.codePointCount(0, line.length()));
            }
        }
        return Span.START;
    }

    private static String shown(Set<String> ids) {
        String list = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        return switch (ids.size()) {
            case 0 -> "None";
            case 1 -> list;
            default -> "(" + list + ")";
        };
    }
}
