package dev.migtrue.report;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.facts.Survey;
import dev.migtrue.judge.ReportItem;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Project;
import dev.migtrue.model.Related;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stretch of a file at which a system that knows nothing but files shows a finding. One about a row or about the
 * whole repository is shown at the nearest file there is, rather than not at all.
 */
final class Anchor {

    private final Map<Project, Facts> projects = new HashMap<>();

    Anchor(Survey read) {
        read.projects().forEach(facts -> projects.put(facts.project(), facts));
    }

    /**
     * Where the finding is, else a file that it names, else its migration, else the project's last, else its folder.
     */
    FileSpan of(ReportItem item) {
        Finding finding = item.finding();
        return Stream.concat(Stream.of(finding.at()), finding.related().stream().map(Related::at))
                .flatMap(at -> at instanceof Location.InFile file ? Stream.of(file.at()) : Stream.empty())
                .findFirst()
                .or(() -> migration(item))
                .orElseGet(() -> folder(item.project()));
    }

    private Optional<FileSpan> migration(ReportItem item) {
        Optional<Facts> facts = Optional.ofNullable(projects.get(item.project()));
        List<Presence> presences = facts.map(Facts::presences).orElse(List.of());
        return facts.flatMap(known -> item.finding().migration().flatMap(known::presence))
                .flatMap(Presence::firstCopy)
                .or(() -> presences.reversed().stream()
                        .flatMap(presence -> presence.firstCopy().stream())
                        .findFirst())
                .map(Migration::at);
    }

    private static FileSpan folder(Project project) {
        return FileSpan.of(project.folders().stream().findFirst().orElse(project.root()));
    }
}
