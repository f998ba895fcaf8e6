package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.config.SchemaSettings;
import dev.migtrue.facts.Exemption;
import dev.migtrue.gather.PeerRoad;
import dev.migtrue.gather.SchemaOrder;
import dev.migtrue.gather.road.SchemaRoad;
import dev.migtrue.gather.road.SymbolicRoad;
import dev.migtrue.gather.scratch.replay.ReplayRoad;
import dev.migtrue.gather.snapshot.KeptSchemaFile;
import dev.migtrue.gather.snapshot.SnapshotRoad;
import dev.migtrue.language.schema.IgnoredObjects;
import dev.migtrue.language.schema.Road;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the schemas of databases are held against: the options that every command with schemas has. */
final class SchemaOptions {

    @Option(
            names = "--road",
            paramLabel = "ROAD",
            split = ",",
            description =
                    "How to find out which schema the migrations build: replay (run them on a throw-away database), snapshot (what"
                            + " 'migtrue snapshot --schema' kept) or symbolic (follow their texts, which tells of a part). May be given"
                            + " several times. Default: each in this order, until one leads there.")
    private List<Road> chosen = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "NAME|URL",
            description =
                    "Compare with another database instead of with what the migrations build: one that migtrue.yaml names, its URL,"
                            + " '$NAME' for the one in that environment variable, or schema:FILE for what 'migtrue snapshot --schema' kept.")
    private @Nullable String peer;

    /** What databases are held against, where replays take place on such databases. */
    SchemaWish on(ScratchOptions scratches) {
        return (workplace, here) -> order(workplace, here, scratches);
    }

    private SchemaOrder order(Workplace workplace, Surroundings here, ScratchOptions scratches) {
        Configuration said = workplace.configuration();
        return new SchemaOrder(
                peer == null
                        ? chosen(roads(workplace, here, scratches), said.schema())
                        : List.of(peer(workplace, here, peer)),
                exemptions(said.schema()));
    }

    /** What the command line says goes before what the configuration says. */
    private List<SchemaRoad> chosen(List<SchemaRoad> roads, SchemaSettings said) {
        List<String> wanted = chosen.isEmpty()
                ? said.roads()
                : chosen.stream().map(SchemaOptions::label).toList();
        return roads.stream()
                .filter(road -> wanted.isEmpty() || wanted.contains(label(road.road())))
                .toList();
    }

    private static String label(Road road) {
        return road.name().toLowerCase(Locale.ROOT);
    }

    private static PeerRoad peer(Workplace workplace, Surroundings here, String named) {
        try (OpenDatabases opened = workplace.databases(here).open(List.of(named))) {
            return PeerRoad.to(opened.all().getFirst());
        }
    }

    /** In the order in which they are tried. */
    private static List<SchemaRoad> roads(Workplace workplace, Surroundings here, ScratchOptions scratches) {
        KeptSchemaFile kept = kept(workplace, here);
        return List.of(
                new ReplayRoad(scratches.opening(workplace, here), workplace.commands(here), new ReplayProgress(here)),
                new SnapshotRoad(kept.written(), kept::find),
                new SymbolicRoad());
    }

    /** Where a schema is kept in a repository. */
    static KeptSchemaFile kept(Workplace workplace, Surroundings here) {
        String file = workplace.configuration().schema().file().orElse(KeptSchemaFile.NAME);
        return new KeptSchemaFile(workplace.top(here).resolve(file), file);
    }

    private static List<Exemption> exemptions(SchemaSettings said) {
        return said.ignored().stream()
                .map(ignored -> new Exemption(
                        IgnoredObjects.of(List.of(ignored.objects())), "migtrue.yaml says so: " + ignored.reason()))
                .toList();
    }
}
