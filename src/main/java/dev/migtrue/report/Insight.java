package dev.migtrue.report;

import dev.migtrue.facts.Content;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SpokenDialect;
import dev.migtrue.facts.Survey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How well the content of migrations was understood, in words. What was not is never told as if it were clean. */
final class Insight {

    private final Survey survey;

    Insight(Survey survey) {
        this.survey = survey;
    }

    int statements() {
        return contents().mapToInt(Content::statements).sum();
    }

    int notUnderstood() {
        return contents().mapToInt(Content::notUnderstood).sum();
    }

    private Stream<Content> contents() {
        return survey.projects().stream().map(facts -> facts.circumstances().content());
    }

    /** {@code 3 of 14 statements not understood}; absent where all were, or nothing was looked at. */
    Optional<String> brief() {
        return notUnderstood() == 0
                ? Optional.empty()
                : Optional.of(
                        "%d of %s not understood".formatted(notUnderstood(), Quantity.of(statements(), "statement")));
    }

    /** What was looked at in one project; absent where that is nothing. */
    static Optional<String> read(Facts facts) {
        Content content = facts.circumstances().content();
        if (content.tallies().isEmpty()) {
            return Optional.empty();
        }
        String what = facts.isOfScripts()
                ? ""
                : "content of " + Quantity.of(content.tallies().size(), "migration") + ": ";
        String unknown = content.notUnderstood() == 0 ? "" : ", %d not understood".formatted(content.notUnderstood());
        String dialects = content.dialects().stream()
                .map(spoken -> "%s (%s)".formatted(spoken.name(), spoken.reason()))
                .collect(Collectors.joining("; "));
        return Optional.of(
                "%s%s%s; %s".formatted(what, Quantity.of(content.statements(), "statement"), unknown, dialects));
    }

    /** The dialects that scripts are in: {@code postgresql, mysql}. */
    static String dialects(Facts facts) {
        return facts.circumstances().content().dialects().stream()
                .map(SpokenDialect::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Of which migrations nobody can know from the text what becomes of a second run, and why, a line each. */
    List<String> doubts() {
        return survey.projects().stream()
                .flatMap(facts -> facts.circumstances().reviews().stream())
                .filter(reviewed -> !reviewed.doubts().isEmpty())
                .map(reviewed -> reviewed.migration().at().path() + ": " + String.join("; ", reviewed.doubts()))
                .toList();
    }
}
