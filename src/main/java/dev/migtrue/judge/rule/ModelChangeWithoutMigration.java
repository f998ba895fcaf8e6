package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ModelChange;
import dev.migtrue.model.Finding;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports models under review that are others than before, where no migration under review says so. */
public final class ModelChangeWithoutMigration implements Rule {

    private static final RuleId ID = new RuleId("model-change-without-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.circumstances().models().changes().stream()
                .map(change -> finding(change, facts.project().system()))
                .toList();
    }

    private static Finding finding(ModelChange change, String system) {
        return Finding.inFile(
                ID,
                change.at(),
                "%s: %s; no migration in %s is new"
                        .formatted(change.model(), Phrases.list(change.changes()), Phrases.list(change.folders())),
                "have %s write the migration (%s), read it, and commit it together with the model"
                        .formatted(system, command(system)));
    }

    private static String command(String system) {
        return switch (system) {
            case "django" -> "python manage.py makemigrations";
            case "efcore" -> "dotnet ef migrations add";
            case "prisma" -> "prisma migrate dev";
            default -> "alembic revision --autogenerate";
        };
    }
}
