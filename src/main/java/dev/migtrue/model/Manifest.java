package dev.migtrue.model;

import java.util.List;

/**
 * Where a list that a tool goes by (a changelog, a journal, a plan) and the files beside it do not agree.
 *
 * @param unlisted files that look like the listed ones, and that the list leaves out
 * @param absent entries of the list without a file
 */
public record Manifest(List<Unlisted> unlisted, List<Absent> absent) {

    /** Of a tool that goes by no list, or whose list and files agree. */
    public static final Manifest AGREED = new Manifest(List.of(), List.of());

    public Manifest {
        unlisted = List.copyOf(unlisted);
        absent = List.copyOf(absent);
    }

    /**
     * A file that is not listed.
     *
     * @param list what people call what does not name it: {@code changelog}
     * @param help what to do about it
     */
    public record Unlisted(RepoPath file, String list, String help) {

        /** One that people write into a list themselves. */
        public Unlisted(RepoPath file, String list) {
            this(
                    file,
                    list,
                    "add it to the %s at its place in the order, or move it elsewhere if it is not meant to run"
                            .formatted(list));
        }
    }

    /** An entry that names a file which is not there; {@code list} is what people call what it stands in. */
    public record Absent(FileSpan at, String list, String named) {}
}
