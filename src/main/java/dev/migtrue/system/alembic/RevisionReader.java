package dev.migtrue.system.alembic;

import dev.migtrue.language.code.Constant;
import dev.migtrue.language.code.PythonModule;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a {@link RevisionFile} of a Python text, with Alembic's own idea of what may stand there. */
final class RevisionReader {

    private static final String ID = "revision";
    private static final String PARENTS = "down_revision";
    private static final String DEPENDENCIES = "depends_on";
    private static final String LABELS = "branch_labels";
    private static final Set<String> NAMES = Set.of(ID, PARENTS, DEPENDENCIES, LABELS);

    /** Alembic's arguments give them a meaning; the colon since 1.17.1. */
    private static final Pattern FORBIDDEN = Pattern.compile("[@+:-]");

    private static final Pattern ID_IN_DOCSTRING = Pattern.compile("(?m)^Revision ID:[ \t]*(\\S+)");
    private static final String REFUSES = "alembic refuses this folder: ";

    private final String text;
    private final PythonModule module;

    RevisionReader(String text) {
        this.text = text;
        this.module = PythonModule.read(text, NAMES);
    }

    RevisionFile read() {
        return unknown().or(this::refused).orElseGet(this::revision);
    }

    private RevisionFile revision() {
        return new RevisionFile.Revision(
                texts(ID).stream().findFirst(),
                module.docstring().flatMap(words -> words.strip().lines().findFirst()),
                texts(PARENTS),
                texts(DEPENDENCIES),
                texts(LABELS).stream().filter(label -> !label.isBlank()).toList(),
                at(ID),
                gap(),
                module.docstring()
                        .map(words ->
                                new DocstringClaims(words, text).against(module.constant(ID), module.constant(PARENTS)))
                        .orElse(List.of()),
                text.contains(EnvironmentScript.VERSION_COLUMN));
    }

    private Optional<RevisionFile> unknown() {
        return computed(ID)
                .or(() -> module.constant(ID).isPresent() ? Optional.empty() : wildcard(ID))
                .map(reason -> new RevisionFile.Unknown(at(ID), reason + hint()));
    }

    /** The id that people read; Alembic does not, so that it is good for no more than a hint. */
    private String hint() {
        return module.docstring().stream()
                .flatMap(words -> ID_IN_DOCSTRING.matcher(words).results())
                .findFirst()
                .map((MatchResult found) -> " (its docstring says '" + found.group(1) + "')")
                .orElse("");
    }

    private Optional<RevisionFile> refused() {
        return Stream.of(badId(), missingParents(), badReference(PARENTS), badReference(DEPENDENCIES), notText(LABELS))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<RevisionFile> badId() {
        Optional<RevisionFile> noString = module.constant(ID)
                .filter(id -> !(id instanceof Constant.Text))
                .map(id -> refused(ID, REFUSES + "revision is not a string", "make revision a plain string"));
        return noString.or(
                () -> texts(ID).stream().flatMap(id -> badId(id).stream()).findFirst());
    }

    private Optional<RevisionFile> badId(String id) {
        if (id.isBlank()) {
            return Optional.of(refused(
                    ID, "alembic cannot find this migration again: its revision id is blank", "give it a revision id"));
        }
        return FORBIDDEN
                .matcher(id)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .map(character -> refused(
                        ID,
                        (character.equals(":") ? "alembic 1.17.1 and later refuse this folder: " : REFUSES)
                                + "revision id '" + id + "' holds '" + character + "'",
                        "take the character out of the id, here and wherever other migrations name it"));
    }

    private Optional<RevisionFile> missingParents() {
        if (module.constant(PARENTS).isPresent() || module.wildcard().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                module.constant(ID).isEmpty()
                        ? RevisionFile.Refused.withoutId()
                        : refused(
                                ID,
                                REFUSES + "the file has no down_revision",
                                "set down_revision to the id of the migration before this one, or to None if it is the first"));
    }

    private Optional<RevisionFile> badReference(String name) {
        return notText(name)
                .or(() -> texts(name).stream()
                        .filter(String::isBlank)
                        .findFirst()
                        .map(blank -> refused(
                                name,
                                "newer versions of alembic refuse this folder: " + name + " is an empty string",
                                "set " + name + " to the id of a migration, or to None")));
    }

    private Optional<RevisionFile> notText(String name) {
        return module.constant(name)
                .filter(Constant.Other.class::isInstance)
                .map(constant -> refused(
                        name,
                        REFUSES + name + " is " + ((Constant.Other) constant).what(),
                        "make " + name + " a string, a tuple of strings or None"));
    }

    private RevisionFile.Refused refused(String name, String problem, String help) {
        return new RevisionFile.Refused(at(name), problem, help);
    }

    private Optional<String> gap() {
        return Stream.of(PARENTS, DEPENDENCIES, LABELS)
                .flatMap(name -> computed(name).stream())
                .findFirst()
                .or(() -> module.constant(PARENTS).isPresent() ? Optional.empty() : wildcard(PARENTS));
    }

    private Optional<String> computed(String name) {
        return module.constant(name)
                .filter(Constant.Computed.class::isInstance)
                .map(constant ->
                        "its " + name + " is known only when it runs: it is " + ((Constant.Computed) constant).why());
    }

    private Optional<String> wildcard(String name) {
        return module.wildcard().map(at -> "its " + name + " may be among what it imports with '*'");
    }

    private Span at(String name) {
        return module.constant(name)
                .map(Constant::span)
                .or(() -> module.constant(ID).map(Constant::span))
                .orElse(Span.START);
    }

    private List<String> texts(String name) {
        return module.constant(name).map(RevisionReader::texts).orElse(List.of());
    }

    /** The strings that a variable holds. */
    static List<String> texts(Constant constant) {
        return switch (constant) {
            case Constant.Text text -> List.of(text.value());
            case Constant.Texts texts -> texts.values();
            case Constant.None none -> List.of();
            case Constant.Other other -> List.of();
            case Constant.Computed computed -> List.of();
        };
    }
}
