package dev.migtrue.report;

import static dev.migtrue.report.Json.array;
import static dev.migtrue.report.Json.member;
import static dev.migtrue.report.Json.object;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.Unverified;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.model.Location;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A report as SARIF 2.1.0 in the form that GitHub code scanning takes: every result has a file, and what was not looked
 * at stands among the notifications of the tool.
 */
public final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** GitHub refuses a run with more results as a whole. */
    private static final int MOST = 25_000;

    private final String version;
    private final SarifRules rules;

    /**
     * @param version the version of this program
     * @param pages the pages of the rules, in their order
     */
    public SarifReport(String version, Collection<RulePage> pages) {
        this.version = version;
        this.rules = new SarifRules(pages);
    }

    public String render(Report report) {
        Json driver =
                object(member("name", "migtrue"), member("version", version), member("rules", rules.descriptors()));
        Anchor anchor = new Anchor(report.read());
        List<Json> results = Result.gravestFirst(report).stream()
                .limit(MOST)
                .map(result -> result(result, anchor))
                .toList();
        Json run = object(
                member("tool", object(member("driver", driver))),
                // A trailing slash makes it a category: GitHub keeps the alerts of other tools on the same commit.
                member("automationDetails", object(member("id", "migtrue/"))),
                member("invocations", array(List.of(invocation(report)))),
                // SARIF counts UTF-16 code units unless told otherwise; our columns are code points.
                member("columnKind", "unicodeCodePoints"),
                member("results", array(results)));
        return new JsonText()
                .of(object(member("$schema", SCHEMA), member("version", "2.1.0"), member("runs", array(List.of(run)))));
    }

    private static Json invocation(Report report) {
        Stream<Json> gaps = report.unverified().stream()
                .map(gap -> notification(level(gap), gap.what() + " not read: " + gap.reason()));
        Stream<Json> leftOut = report.items().size() <= MOST
                ? Stream.empty()
                : Stream.of(notification(
                        "warning", Quantity.of(report.items().size() - MOST, "finding") + " left out: too many"));
        return object(
                member("executionSuccessful", new Json.Truth(!report.isShortOfRequired())),
                member(
                        "toolExecutionNotifications",
                        array(Stream.concat(gaps, leftOut).toList())));
    }

    private static Json notification(String level, String text) {
        return object(member("level", level), member("message", SarifText.message(Visible.of(text))));
    }

    private static String level(Unverified gap) {
        return switch (gap.weight()) {
            case REQUIRED -> "error";
            case TOLERATED -> "warning";
        };
    }

    private Json result(Result result, Anchor anchor) {
        Finding finding = result.item().finding();
        List<Json.Member> members = new ArrayList<>();
        members.add(member("ruleId", finding.rule().value()));
        rules.index(finding.rule()).ifPresent(index -> members.add(member("ruleIndex", index)));
        members.add(member("level", result.item().severity().label()));
        members.add(member("message", SarifText.message(new Statement(finding).toString())));
        members.add(member("locations", array(List.of(shown(finding.at(), anchor.of(result.item()))))));
        members.add(member("relatedLocations", related(finding)));
        finding.edits().ifPresent(edits -> members.add(member("fixes", array(List.of(fix(edits))))));
        members.add(member(
                "partialFingerprints",
                // The first is the only one that GitHub reads; the second says whose it is.
                object(
                        member("primaryLocationLineHash", result.fingerprint()),
                        member("migtrue/v1", result.fingerprint()))));
        return object(members.toArray(Json.Member[]::new));
    }

    private static Json shown(Location at, FileSpan anchor) {
        return switch (at) {
            case Location.InFile file -> object(physical(anchor));
            case Location.InVersionTable row ->
                object(physical(anchor), logical(row.row(), Place.exact(row), "row"));
            case Location.InSchema schema ->
                object(
                        physical(anchor),
                        logical(schema.object(), schema.database() + " " + schema.object(), "schema object"));
            case Location.WholeRepository whole -> object(physical(anchor));
        };
    }

    /** Places in files only: code scanning has no use for others, and the message tells them all. */
    private static Json related(Finding finding) {
        return array(finding.related().stream()
                .flatMap(related -> related.at() instanceof Location.InFile file
                        ? Stream.of(object(
                                physical(file.at()),
                                member("message", SarifText.message(Visible.of(related.message())))))
                        : Stream.empty())
                .toList());
    }

    private static Json fix(Fix.Edits edits) {
        List<Json> replacements = edits.edits().stream()
                .map(edit -> object(
                        member("deletedRegion", region(edit.at())),
                        member("insertedContent", object(member("text", edit.text())))))
                .toList();
        return object(
                member("description", SarifText.message(Visible.of(edits.title()))),
                member(
                        "artifactChanges",
                        array(List.of(object(
                                member("artifactLocation", object(member("uri", UriPath.of(edits.path())))),
                                member("replacements", array(replacements)))))));
    }

    private static Json.Member logical(String name, String qualified, String kind) {
        return member(
                "logicalLocations",
                array(List.of(object(
                        member("name", name), member("fullyQualifiedName", qualified), member("kind", kind)))));
    }

    private static Json.Member physical(FileSpan at) {
        return member(
                "physicalLocation",
                object(
                        member("artifactLocation", object(member("uri", UriPath.of(at.path())))),
                        member("region", region(at.span()))));
    }

    private static Json region(Span span) {
        return object(
                member("startLine", span.startLine()),
                member("startColumn", span.startColumn()),
                member("endLine", span.endLine()),
                member("endColumn", span.endColumn()));
    }
}
