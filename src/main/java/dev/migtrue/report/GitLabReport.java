package dev.migtrue.report;

import static dev.migtrue.report.Json.array;
import static dev.migtrue.report.Json.member;
import static dev.migtrue.report.Json.object;

import dev.migtrue.judge.Report;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Severity;

/**
 * A report as GitLab's Code Quality artifact: a JSON array, empty when nothing was found, because without one the merge
 * request would go on showing what an earlier run found.
 */
public final class GitLabReport {

    public String render(Report report) {
        Anchor anchor = new Anchor(report.read());
        return new JsonText()
                .of(array(Result.gravestFirst(report).stream()
                        .map(result -> degradation(result, anchor.of(result.item())))
                        .toList()));
    }

    private static Json degradation(Result result, FileSpan at) {
        return object(
                member("description", Visible.of(result.item().finding().message())),
                member("check_name", result.item().finding().rule().value()),
                member("fingerprint", result.fingerprint()),
                member("severity", severity(result.item().severity())),
                member(
                        "location",
                        object(
                                member("path", at.path().toString()),
                                member("lines", object(member("begin", at.span().startLine()))))));
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case NOTE -> "info";
        };
    }
}
