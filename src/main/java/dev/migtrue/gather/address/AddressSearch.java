package dev.migtrue.gather.address;

import dev.migtrue.model.Project;
import dev.migtrue.model.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks where the address of a project's database may be said when nobody names one: the most particular place first. */
public final class AddressSearch {

    private static final String USUAL = "DATABASE_URL";
    private static final Set<String> OF_LIBPQ = Set.of("PGHOST", "PGSERVICE", "PGDATABASE");

    private final Ground ground;

    /**
     * @param files the files of the project as they lie there
     * @param review which of them may lead to a connection
     * @param environment the variables of the run
     * @param top where the files are on disk
     */
    public AddressSearch(Tree files, Review review, Map<String, String> environment, Path top) {
        this.ground = new Ground(files, review, environment, top);
    }

    /**
     * All that is said of the database of a project: by variables of its tool, by DATABASE_URL, by the tool's own configuration, by the
     * variables of libpq. Nothing is run, and nothing is connected to.
     */
    public List<Claim> claims(Project project) {
        return Stream.of(
                        ToolVariables.claims(project.system(), ground.environment(), ground.top()),
                        usual().stream(),
                        files(project),
                        libpq().stream())
                .flatMap(claims -> claims)
                .toList();
    }

    private Optional<Claim> usual() {
        return value(USUAL)
                .map(text -> Spoken.claim(
                        new Origin("environment variable " + USUAL, Origin.Authority.USER),
                        () -> text,
                        ground.top(),
                        ground.environment()));
    }

    private Stream<Claim> files(Project project) {
        return switch (project.system()) {
            case "alembic" -> new AlembicFiles(ground, project).claims();
            case "django" -> new DjangoFiles(ground, project).claims();
            case "rails" -> new RailsFile(ground, project).claims();
            case "prisma" -> new PrismaFile(ground, project).claims();
            case "flyway", "liquibase" -> new JavaFiles(ground, project).claims();
            default -> Stream.empty();
        };
    }

    /** They are there for every program that speaks with PostgreSQL, and say nothing of this project in particular. */
    private Optional<Claim> libpq() {
        return OF_LIBPQ.stream()
                .filter(name -> value(name).isPresent())
                .sorted()
                .findFirst()
                .map(name -> Spoken.claim(
                        new Origin("environment variable " + name, Origin.Authority.HINT),
                        () -> "postgresql:///",
                        ground.top(),
                        ground.environment()));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(ground.environment().get(name)).filter(value -> !value.isBlank());
    }
}
