package dev.migtrue.system.keyed;

import dev.migtrue.language.code.declared.PrismaModels;
import dev.migtrue.language.code.declared.SnapshotModels;
import dev.migtrue.model.DescribedTool.KeyKind;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.keyed.DownPart.Method;
import dev.migtrue.system.keyed.FileNames.Unit;
import dev.migtrue.system.keyed.KeyedTool.Author;
import dev.migtrue.system.keyed.KeyedTool.Sending;
import dev.migtrue.system.keyed.KeyedTool.Tolerance;
import dev.migtrue.system.keyed.Ledger.Attempts;
import dev.migtrue.system.keyed.Ledger.RowEach;
import dev.migtrue.system.keyed.Manifest.Among;
import dev.migtrue.system.keyed.Manifest.Around;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rows of tools that write their migrations themselves, from a model of the database that people write. */
final class ModelledTools {

    /** Classes in C#, called by the time when they were written. */
    static final KeyedTool EF_CORE = new KeyedTool(
            "efcore",
            new FileNames(
                    List.of(".cs"),
                    Pattern.compile("(?<key>[0-9]{14}_(?<words>.+))(?<!\\.Designer)\\.cs"),
                    KeyKind.TEXT,
                    Optional.empty()),
            Signs.mark("Up(MigrationBuilder", Pattern.compile("\\bMigrationBuilder\\s+\\w+\\s*\\)"), new Assemblies()),
            Ordering.LENIENT,
            new RowEach(
                    VersionTable.of("__EFMigrationsHistory", "MigrationId", "ProductVersion"),
                    "migrationid",
                    Optional.empty(),
                    Optional.empty()),
            List.of(),
            "in a clean checkout dotnet ef database update and dotnet ef migrations list succeed and say nothing of it",
            new Method(
                    Pattern.compile("\\bvoid\\s+Up\\s*\\("),
                    Pattern.compile("\\bvoid\\s+Down\\s*\\("),
                    Pattern.compile("(?!)")),
            Tolerance.OF_GONE_FILES,
            Author.THE_TOOL,
            new StatedIds(),
            new Providers(),
            new Manifest("ModelSnapshot.cs", new Among(), SnapshotModels::read));

    /** A folder for each migration, and what was run with the checksum of its file. */
    static final KeyedTool PRISMA = new KeyedTool(
            "prisma",
            new FileNames(
                    Unit.FOLDER,
                    List.of("/migration.sql"),
                    Pattern.compile("(?<key>(?:[0-9]+_)?(?<words>[^/]+))/migration\\.sql"),
                    KeyKind.TEXT,
                    Optional.empty()),
            Signs.names(new PrismaFolders()),
            Ordering.LENIENT,
            new Attempts(
                    new VersionTable(
                            Optional.empty(),
                            "_prisma_migrations",
                            List.of("migration_name", "checksum", "finished_at", "rolled_back_at", "started_at"),
                            List.of(),
                            List.of("started_at")),
                    "migration_name",
                    "finished_at",
                    "rolled_back_at",
                    "checksum",
                    FileChecksum.SHA_256),
            List.of(),
            "in a clean checkout prisma migrate deploy succeeds and prisma migrate status finds nothing to say, unless a"
                    + " migration is pending too; prisma migrate dev asks to reset the database",
            Tolerance.OF_GONE_FILES,
            Author.THE_TOOL,
            Sending.AS_ONE_MESSAGE,
            Drivers.OF_PRISMA,
            FileChecksum.SHA_256,
            new HollowFolders(),
            new Manifest(
                    ".prisma",
                    new Around(
                            Set.of("prisma", "schema", "models"),
                            Set.of("generated", "client", "node_modules", "migrations", "dist", "build")),
                    PrismaModels::read));

    private ModelledTools() {}
}
