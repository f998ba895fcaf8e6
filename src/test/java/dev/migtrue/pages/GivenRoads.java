package dev.migtrue.pages;

import dev.migtrue.config.SchemaSettings;
import dev.migtrue.facts.Exemption;
import dev.migtrue.gather.SchemaOrder;
import dev.migtrue.gather.road.SymbolicRoad;
import dev.migtrue.gather.snapshot.KeptSchemaFile;
import dev.migtrue.gather.snapshot.SnapshotRoad;
import dev.migtrue.language.schema.IgnoredObjects;
import dev.migtrue.model.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the databases of an example are held against: as the command line does it, with the files of the example. */
final class GivenRoads {

    private GivenRoads() {}

    static SchemaOrder of(Scenario scenario) {
        SchemaSettings said = scenario.configuration().schema();
        String file = said.file().orElse(KeptSchemaFile.NAME);
        Optional<String> text = Optional.ofNullable(
                Map.copyOf(scenario.files().get(Source.WORKING_TREE)).get(file));
        return new SchemaOrder(
                List.of(
                        new SnapshotRoad(file, () -> text.map(kept -> KeptSchemaFile.parse(kept, file))),
                        new SymbolicRoad()),
                said.ignored().stream()
                        .map(ignored -> new Exemption(
                                IgnoredObjects.of(List.of(ignored.objects())),
                                "migtrue.yaml says so: " + ignored.reason()))
                        .toList());
    }

    /** Roads that lead nowhere. */
    static SchemaOrder nowhere() {
        return new SchemaOrder(List.of(new SnapshotRoad(KeptSchemaFile.NAME, Optional::empty)), List.of());
    }
}
