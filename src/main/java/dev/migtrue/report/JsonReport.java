package dev.migtrue.report;

import static dev.migtrue.report.Json.array;
import static dev.migtrue.report.Json.member;
import static dev.migtrue.report.Json.object;
import static dev.migtrue.report.Json.texts;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.ReportItem;
import dev.migtrue.judge.Skipped;
import dev.migtrue.judge.Suppressed;
import dev.migtrue.judge.Unverified;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.model.Ignore;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Related;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.TextEdit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report as JSON, schema version 1: {@code report-v1.schema.json} beside this class describes it. */
public final class JsonReport {

    private static final int SCHEMA_VERSION = 1;

    private final String version;
    private final List<Json.Member> others;

    /** @param version the version of this program */
    public JsonReport(String version) {
        this(version, List.of());
    }

    /**
     * @param version the version of this program
     * @param others what is told besides, at the end
     */
    public JsonReport(String version, List<Json.Member> others) {
        this.version = version;
        this.others = List.copyOf(others);
    }

    public String render(Report report) {
        Stream<Json.Member> own = Stream.of(
                member("schemaVersion", SCHEMA_VERSION),
                member("tool", object(member("name", "migtrue"), member("version", version))),
                member("outcome", word(report.outcome())),
                member("read", JsonRead.of(report.read())),
                member("findings", array(findings(report))),
                member("suppressed", array(suppressed(report))),
                member(
                        "skipped",
                        array(report.skipped().stream()
                                .map(JsonReport::skipped)
                                .distinct()
                                .toList())),
                member(
                        "unverified",
                        array(report.unverified().stream()
                                .map(JsonReport::unverified)
                                .toList())));
        return new JsonText().of(all(Stream.concat(own, others.stream())));
    }

    private static List<Json> findings(Report report) {
        List<String> fingerprints = Fingerprint.of(report.items());
        return IntStream.range(0, fingerprints.size())
                .mapToObj(i -> all(finding(report.items().get(i), fingerprints.get(i))))
                .toList();
    }

    private static List<Json> suppressed(Report report) {
        List<ReportItem> items =
                report.suppressed().stream().map(Suppressed::item).toList();
        List<String> fingerprints = Fingerprint.of(items);
        return IntStream.range(0, fingerprints.size())
                .mapToObj(i -> all(Stream.concat(
                        finding(items.get(i), fingerprints.get(i)),
                        Stream.of(member(
                                "suppression",
                                suppression(report.suppressed().get(i).by()))))))
                .toList();
    }

    private static Json suppression(Ignore by) {
        return object(
                member("kind", "configuration"),
                member("reason", by.reason()),
                member("until", Json.of(by.until().map(LocalDate::toString))),
                member("owner", Json.of(by.owner())));
    }

    private static Stream<Json.Member> finding(ReportItem item, String fingerprint) {
        Finding finding = item.finding();
        return Stream.of(
                member("rule", finding.rule().value()),
                member("severity", item.severity().label()),
                member("system", item.project().system()),
                member("migration", Json.of(finding.migration().map(MigrationId::value))),
                member("message", finding.message()),
                member("help", finding.help()),
                member("location", location(finding.at())),
                member(
                        "related",
                        array(finding.related().stream()
                                .map(JsonReport::related)
                                .toList())),
                member("fix", finding.fix().map(JsonReport::fix).orElseGet(Json.Nothing::new)),
                member("fingerprint", fingerprint));
    }

    private static Json all(Stream<Json.Member> members) {
        return Json.object(members.toArray(Json.Member[]::new));
    }

    private static Json location(Location location) {
        return switch (location) {
            case Location.InFile file -> file(file.at());
            case Location.InVersionTable row ->
                object(member("kind", "row"), member("table", row.table()), member("id", row.row()));
            case Location.InSchema schema ->
                all(Stream.concat(
                        Stream.of(
                                member("kind", "schema"),
                                member("object", schema.object()),
                                member("database", schema.database().value())),
                        Stream.of(schema.database().tenants())
                                .filter(tenants -> !tenants.isEmpty())
                                .map(tenants -> member("tenants", texts(tenants)))));
            case Location.WholeRepository whole -> object(member("kind", "repository"));
        };
    }

    private static Json file(FileSpan at) {
        return object(
                member("kind", "file"),
                member("path", at.path().toString()),
                member("startLine", at.span().startLine()),
                member("startColumn", at.span().startColumn()),
                member("endLine", at.span().endLine()),
                member("endColumn", at.span().endColumn()));
    }

    private static Json related(Related related) {
        return object(member("message", related.message()), member("location", location(related.at())));
    }

    private static Json fix(Fix fix) {
        return switch (fix) {
            case Fix.Command command ->
                object(
                        member("title", command.title()),
                        member("kind", "command"),
                        member("argv", texts(command.argv())),
                        member("edits", array(List.of())));
            case Fix.Edits edits ->
                object(
                        member("title", edits.title()),
                        member("kind", "edits"),
                        member("safety", word(edits.safety())),
                        member("argv", texts(List.of())),
                        member(
                                "edits",
                                array(edits.edits().stream()
                                        .map(edit -> edit(edits.path(), edit))
                                        .toList())));
        };
    }

    private static Json edit(RepoPath path, TextEdit edit) {
        return object(
                member("path", path.toString()),
                member("startLine", edit.at().startLine()),
                member("startColumn", edit.at().startColumn()),
                member("endLine", edit.at().endLine()),
                member("endColumn", edit.at().endColumn()),
                member("text", edit.text()));
    }

    private static Json skipped(Skipped skipped) {
        return object(
                member("rule", skipped.rule().value()),
                member("need", skipped.need().label()),
                member("reason", skipped.reason()));
    }

    private static Json unverified(Unverified gap) {
        return object(member("what", gap.what()), member("reason", gap.reason()), member("weight", word(gap.weight())));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
