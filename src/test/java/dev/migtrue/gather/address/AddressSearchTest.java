package dev.migtrue.gather.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.address.Review.Place;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.testing.InMemoryTree;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where addresses are found. What is found is written as {@code words -> address}, or {@code words: why there is none}. */
class AddressSearchTest {

    private static final Path TOP = Path.of("/top");

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    @Test
    void whatTheToolIsToldGoesBeforeWhatAllAreTold() {
        environment.put("FLYWAY_URL", "jdbc:postgresql://flyway/db");
        environment.put("FLYWAY_USER", "u");
        environment.put("FLYWAY_PASSWORD", "${not filled}");
        environment.put("DATABASE_URL", "postgresql://all/db");
        environment.put("PGHOST", "libpq");
        files.put("flyway.conf", "flyway.url=jdbc:postgresql://file/db\nflyway.user=f\nflyway.password=x\n");

        assertThat(found("flyway", "", "sql"))
                .containsExactly(
                        "environment variable FLYWAY_URL -> jdbc:postgresql://flyway/db?user=u&password=%24%7Bnot%20filled%7D",
                        "environment variable DATABASE_URL -> postgresql://all/db?password=",
                        "flyway.url in 'flyway.conf' -> jdbc:postgresql://file/db?user=f&password=x",
                        "environment variable PGHOST -> postgresql:///?host=libpq&password=");
    }

    @Test
    void nothingIsFoundWhereNothingIsSaid() {
        environment.put("PGUSER", "u");
        environment.put("DATABASE_URL", " ");
        environment.put("GOOSE_DBSTRING", "host=h");

        assertThat(found("alembic", "", "versions")).isEmpty();
    }

    @Test
    void frameworksAreToldByVariablesOfTheirs() {
        environment.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://h/db");
        environment.put("SPRING_DATASOURCE_USERNAME", "u");
        environment.put("SPRING_DATASOURCE_PASSWORD", "p");

        assertThat(found("liquibase", "", "db"))
                .containsExactly(
                        "environment variable SPRING_DATASOURCE_URL -> jdbc:postgresql://h/db?user=u&password=p");
    }

    @Test
    void gooseSaysTheKindBesides() {
        environment.put("GOOSE_DRIVER", "sqlite3");
        environment.put("GOOSE_DBSTRING", "./app.db");

        assertThat(found("goose", "", "migrations"))
                .containsExactly("environment variable GOOSE_DBSTRING -> sqlite:./app.db");

        environment.put("GOOSE_DRIVER", "postgres");
        environment.put("GOOSE_DBSTRING", "host=h password=p");

        assertThat(found("goose", "", "migrations"))
                .containsExactly("environment variable GOOSE_DBSTRING -> postgresql:///?host=h&password=p");
    }

    @Test
    void laravelIsToldInPieces() {
        environment.putAll(Map.of(
                "DB_CONNECTION",
                "pgsql",
                "DB_HOST",
                "h",
                "DB_DATABASE",
                "db",
                "DB_USERNAME",
                "u",
                "DB_PASSWORD",
                "p@"));

        assertThat(found("laravel", "", "database/migrations"))
                .containsExactly("environment variables DB_* -> postgresql://u:p%40@h/db");
    }

    @Test
    void alembicsIniDoublesPercentSigns() {
        files.put(
                "backend/alembic.ini",
                "[alembic]\nsqlalchemy.url = postgresql+psycopg://u:p%%40@%(host)s/db\nhost = h\n");

        assertThat(found("alembic", "backend", "backend/migrations/versions"))
                .containsExactly("sqlalchemy.url in 'backend/alembic.ini' -> postgresql+psycopg://u:p%40@h/db");
    }

    @Test
    void alembicsTemplateNamesNoDatabase() {
        files.put("alembic.ini", "[alembic]\nsqlalchemy.url = driver://user:pass@localhost/dbname\n");

        assertThat(found("alembic", "", "migrations/versions")).isEmpty();
    }

    @Test
    void whatAlembicsScriptSetsGoesBeforeItsIni() {
        String ini = "sqlalchemy.url in 'alembic.ini' -> sqlite:///ini.db";
        String unset = "the address in 'migrations/env.py': the environment variable DB is not set";
        String set = "config.set_main_option('sqlalchemy.url', os.environ['DB'].replace('%', '%%'))\n";
        files.put("alembic.ini", "[alembic]\nsqlalchemy.url = sqlite:///ini.db\n");
        files.put("migrations/env.py", set);

        assertThat(found("alembic", "", "migrations/versions")).containsExactly(unset);

        files.put("migrations/env.py", "import os\nif 'DB' in os.environ:\n    " + set);

        assertThat(found("alembic", "", "migrations/versions")).containsExactly(unset, ini);

        environment.put("DB", "sqlite:///env.db");

        assertThat(found("alembic", "", "migrations/versions"))
                .containsExactly("the address in 'migrations/env.py' -> sqlite:///env.db", ini);

        files.put("migrations/env.py", "    config.set_main_option('sqlalchemy.url', settings.url)\n");

        assertThat(found("alembic", "", "migrations/versions"))
                .containsExactly(
                        "the address in 'migrations/env.py': it cannot be known without running 'migrations/env.py'");
    }

    @Test
    void flywayNamesItsEnvironments() {
        files.put("flyway.toml", """
                [flyway]
                environment = "prod"
                [environments.prod]
                url = "jdbc:postgresql://h/db"
                user = "u"
                password = "${env.PASSWORD}"
                """);

        assertThat(found("flyway", "", "sql"))
                .containsExactly(
                        "environments.prod.url in 'flyway.toml': the environment variable PASSWORD is not set");
    }

    @Test
    void placeholdersOfSpringAreFilledFromVariablesPropertiesAndDefaults() {
        files.put("app/src/main/resources/application.yml", """
                db: { name: shop }
                spring:
                  datasource:
                    url: jdbc:postgresql://${DB_HOST:localhost}:${db.port:5432}/${db.name}
                    username: ${DB_USER:ann}
                    password: p
                ---
                spring:
                  config: { activate: { on-profile: prod } }
                  datasource: { url: jdbc:postgresql://prod/db }
                """);
        environment.put("DB_PORT", "1");

        assertThat(found("flyway", "app/src/main/resources/db/migration", "app/src/main/resources/db/migration"))
                .containsExactly("spring.datasource.url in 'app/src/main/resources/application.yml'"
                        + " -> jdbc:postgresql://localhost:1/shop?user=ann&password=p");
    }

    @Test
    void aLoginForMigrationsGoesBeforeTheOneOfTheApplication() {
        files.put("src/main/resources/application.properties", """
                spring.datasource.url=jdbc:postgresql://h/db
                spring.datasource.username=app
                spring.datasource.password=p
                spring.flyway.user=owner
                spring.flyway.password=q
                """);

        assertThat(found("flyway", "", "src/main/resources/db/migration").getFirst())
                .endsWith("-> jdbc:postgresql://h/db?user=owner&password=q");
    }

    @Test
    void anActiveProfileGoesBeforeTheGeneralFile() {
        files.put("src/main/resources/application.properties", "spring.datasource.url=jdbc:sqlite:general.db\n");
        files.put("src/main/resources/application-dev.properties", "spring.datasource.url=jdbc:sqlite:dev.db\n");
        environment.put("SPRING_PROFILES_ACTIVE", "dev");

        assertThat(found("liquibase", "", "src/main/resources/db"))
                .containsExactly(
                        "spring.datasource.url in 'src/main/resources/application-dev.properties' -> jdbc:sqlite:dev.db");
    }

    @Test
    void quarkusAndMicronautAreReadToo() {
        files.put(
                "src/main/resources/application.properties",
                "quarkus.datasource.jdbc.url=jdbc:postgresql://h/db\nquarkus.datasource.username=u\nquarkus.datasource.password=p\n");

        assertThat(found("flyway", "", "src/main/resources/db/migration").getFirst())
                .endsWith("-> jdbc:postgresql://h/db?user=u&password=p");

        files.put("src/main/resources/application.properties", "datasources.default.url=jdbc:sqlite:m.db\n");

        assertThat(found("flyway", "", "src/main/resources/db/migration").getFirst())
                .endsWith("-> jdbc:sqlite:m.db");
    }

    @Test
    void liquibaseHasItsOwnFile() {
        files.put("liquibase.properties", "url: jdbc:postgresql://h/db\nusername: u\npassword: p\n");

        assertThat(found("liquibase", "", "db"))
                .containsExactly("url in 'liquibase.properties' -> jdbc:postgresql://h/db?user=u&password=p");
    }

    @Test
    void ofRailsOnlyThePlainRubyIsKnown() {
        files.put("config/database.yml", """
                default: &default
                  adapter: postgresql
                  pool: <%= Integer(ENV.fetch("THREADS") { 5 }) %>
                  host: <%= ENV.fetch("DB_HOST") { "localhost" } %>
                  username: <%= ENV['DB_USER'] || "ann" %>
                  password: <%= ENV["DB_PASSWORD"] %>
                development:
                  primary:
                    <<: *default
                    database: shop
                  cache:
                    <<: *default
                    database: cache
                production:
                  <<: *default
                  database: <%= Rails.application.credentials.db %>
                """);

        assertThat(found("rails", "", "db/migrate"))
                .containsExactly("development in 'config/database.yml' -> postgresql://ann@localhost/shop?password=");

        environment.putAll(Map.of("DB_HOST", "h", "DB_PASSWORD", "p@"));

        assertThat(found("rails", "", "db/migrate").getFirst()).endsWith("-> postgresql://ann:p%40@h/shop");

        environment.put("RAILS_ENV", "production");

        assertThat(found("rails", "", "db/migrate"))
                .containsExactly(
                        "production in 'config/database.yml': it cannot be known without running the Ruby in it");
    }

    @Test
    void sqliteOfRailsLiesUnderItsTop() {
        files.put("web/config/database.yml", "development:\n  adapter: sqlite3\n  database: db/dev.sqlite3\n");

        assertThat(claims("rails", "web", "web/db/migrate"))
                .singleElement()
                .isInstanceOfSatisfying(Claim.Address.class, claim -> {
                    assertThat(claim.address().text().value()).isEqualTo("sqlite:db/dev.sqlite3");
                    assertThat(claim.address().folder()).isEqualTo(TOP.resolve("web"));
                });
    }

    @Test
    void djangosSettingsAreReadWhereTheyArePlain() {
        files.put("manage.py", "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n");
        files.put("shop/settings.py", """
                BASE_DIR = Path(__file__).resolve().parent.parent
                DATABASES = {
                    "default": {
                        "ENGINE": "django.db.backends.postgresql",  # comment
                        "NAME": os.environ.get("DB_NAME", "shop"),
                        "USER": env("DB_USER", default="ann"),
                        "PASSWORD": 'p' "@",
                        "HOST": "h",
                        "PORT": 5433,
                        "OPTIONS": {"sslmode": "require"},
                    },
                }
                """);

        assertThat(found("django", "", "shop/migrations"))
                .containsExactly(
                        "DATABASES in 'shop/settings.py' -> postgresql://ann:p%40@h:5433/shop?sslmode=require");
    }

    @Test
    void djangosUsualFileLiesWhereItsSettingsSay() {
        files.put("web/shop/settings.py", """
                BASE_DIR = Path(__file__).resolve().parent.parent
                DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
                """);

        assertThat(found("django", "web", "web/shop/migrations"))
                .containsExactly("DATABASES in 'web/shop/settings.py' -> sqlite:web/db.sqlite3");
    }

    @Test
    void djangosReadersOfVariablesAreKnown() {
        files.put(
                "shop/settings.py",
                "DATABASES = {'default': dj_database_url.config(default='psql://h/db', conn_max_age=600)}\n");

        assertThat(found("django", "", "shop/migrations"))
                .containsExactly("DATABASES in 'shop/settings.py' -> postgresql://h/db?password=");

        files.put("shop/settings.py", "DATABASES = {'default': env.db('SHOP_URL')}\n");

        assertThat(found("django", "", "shop/migrations"))
                .containsExactly("DATABASES in 'shop/settings.py': the environment variable SHOP_URL is not set");

        files.put("shop/settings.py", "DATABASES = load_databases()\n");

        assertThat(found("django", "", "shop/migrations"))
                .containsExactly(
                        "DATABASES in 'shop/settings.py': it cannot be known without running 'shop/settings.py'");
    }

    @Test
    void prismaMigratesThroughItsDirectAddress() {
        files.put("prisma/schema.prisma", """
                datasource db {
                  provider  = "postgresql"
                  url       = env("POOLED")
                  directUrl = env("DIRECT")
                }
                """);
        environment.putAll(Map.of(
                "POOLED", "postgresql://p:p@pool/db?pgbouncer=true", "DIRECT", "postgresql://p:p@h/db?schema=s"));

        assertThat(found("prisma", "", "prisma/migrations"))
                .containsExactly(
                        "directUrl in 'prisma/schema.prisma' -> postgresql://p:p@h/db?search_path=s",
                        "url in 'prisma/schema.prisma' -> postgresql://p:p@pool/db");
    }

    @Test
    void whatCannotBeUsedIsToldWithItsReason() {
        files.put("alembic.ini", "[alembic]\nsqlalchemy.url = prisma://x\n");

        assertThat(found("alembic", "", "versions").getFirst())
                .startsWith("sqlalchemy.url in 'alembic.ini': unusable database address: ");
    }

    @Test
    void aProposedFileIsNotFollowed() {
        files.put("alembic.ini", "[alembic]\nsqlalchemy.url = postgresql://evil/db\n");
        Tree base = InMemoryTree.of(Map.of("alembic.ini", "[alembic]\n"));

        assertThat(found(Map.of(Source.HEAD, tree(), Source.BASE, base), Place.DESK))
                .containsExactly(
                        "sqlalchemy.url in 'alembic.ini': the file is not the one of the base branch, so it is not followed");
        assertThat(found(Map.of(Source.HEAD, tree(), Source.BASE, tree()), Place.CI))
                .hasSize(1)
                .first()
                .asString()
                .contains("->");
        assertThat(found(Map.of(Source.HEAD, tree(), Source.BASE, base, Source.FORK, tree()), Place.CI))
                .first()
                .asString()
                .contains("->");
        assertThat(found(Map.of(Source.HEAD, base, Source.BASE, base), Place.CI))
                .first()
                .asString()
                .contains("->");
        assertThat(found(Map.of(Source.HEAD, InMemoryTree.empty(), Source.BASE, base), Place.CI))
                .first()
                .asString()
                .contains("->");
    }

    @Test
    void withoutABaseBranchAFileGetsNothingOfTheEnvironment() {
        files.put("alembic.ini", "[alembic]\n");
        files.put("env.py", "create_engine(os.environ['DB'])\n");
        environment.put("DB", "sqlite:///a.db");

        assertThat(found(Map.of(Source.HEAD, tree()), Place.DESK))
                .containsExactly(
                        "the address in 'env.py': there is no base branch to compare the file with, so it is not given DB of the environment");
        assertThat(found(Map.of(Source.HEAD, tree()), Place.CI))
                .containsExactly(
                        "the address in 'env.py': there is no base branch to compare the file with, so it is not followed in CI");
    }

    private Tree tree() {
        return InMemoryTree.of(files);
    }

    private List<String> found(Map<Source, Tree> trees, Place place) {
        return new AddressSearch(tree(), new Review(trees, place), environment, TOP)
                .claims(project("alembic", "", "versions")).stream()
                        .map(AddressSearchTest::words)
                        .toList();
    }

    private List<String> found(String system, String root, String folder) {
        return claims(system, root, folder).stream()
                .map(AddressSearchTest::words)
                .toList();
    }

    private List<Claim> claims(String system, String root, String folder) {
        return new AddressSearch(tree(), new Review(Map.of(), Place.DESK), environment, TOP)
                .claims(project(system, root, folder));
    }

    private static Project project(String system, String root, String folder) {
        return new Project(system, new RepoPath(root), List.of(new RepoPath(folder)), "");
    }

    private static String words(Claim claim) {
        return switch (claim) {
            case Claim.Address address ->
                address.origin() + " -> " + address.address().text().value();
            case Claim.Unknown unknown -> unknown.origin() + ": " + unknown.reason();
        };
    }
}
