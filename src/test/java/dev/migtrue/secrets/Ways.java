package dev.migtrue.secrets;

import java.util.List;
import java.util.stream.Stream;

/** All the ways for a secret to come to us that we know of. */
final class Ways {

    private static final String URL = "postgresql://ann:ENCODED@HOST/shop";
    private static final String NO_DATABASE = "no database was looked at";

    private Ways() {}

    static Stream<Way> all() {
        return Stream.concat(told(), kept());
    }

    /** In arguments and variables. */
    static Stream<Way> told() {
        return Stream.of(onTheCommandLine(), malformed(), inVariables()).flatMap(List::stream);
    }

    /** In files. */
    static Stream<Way> kept() {
        return Stream.of(inFilesOfLibpq(), inTheConfiguration(), inFilesOfTools())
                .flatMap(List::stream);
    }

    private static List<Way> onTheCommandLine() {
        return List.of(
                Way.used("URL").db(URL),
                Way.used("query of a URL").db("postgresql://HOST/shop?user=ann&password=ENCODED"),
                Way.used("URL of JDBC").db("jdbc:postgresql://HOST/shop?user=ann&password=ENCODED"),
                Way.used("password of a key").db(URL + "&sslpassword=ENCODED".replace("&", "?")),
                Way.used("pairs of libpq").db("host=localhost port=NUMBER dbname=shop user=ann password='CANARY'"),
                Way.used("list of ADO.NET")
                        .db("Host=localhost;Port=NUMBER;Database=shop;Username=ann;Password='CANARY'"),
                Way.used("Ecto").db("ecto://ann:ENCODED@HOST/shop"),
                Way.used("Sqitch").db("db:pg://ann:ENCODED@HOST/shop"),
                Way.used("golang-migrate").db("pgx5://ann:ENCODED@HOST/shop?x-multi-statement=true"),
                Way.used("SQLAlchemy").db("postgresql+asyncpg://ann:ENCODED@HOST/shop?ssl=disable"),
                Way.used("Prisma").db(URL + "?schema=public&connection_limit=3"),
                Way.used("R2DBC").db("r2dbc:postgresql://ann:ENCODED@HOST/shop"),
                Way.used("name of a variable").db("$SHOP_URL").variable("SHOP_URL", URL));
    }

    private static List<Way> malformed() {
        return List.of(
                Way.refused("URL with a raw password", "malformed database address")
                        .db("postgresql://ann:CANARY@/x@HOST/shop"),
                Way.refused("URL with a wrong port", "malformed database address")
                        .db("postgresql://ann:ENCODED@localhost:port/shop"),
                Way.refused("URL of a strange kind", "malformed database address")
                        .db("foo://ann:ENCODED@HOST/shop"),
                Way.refused("list of ADO.NET without a kind", "malformed database address")
                        .db("Server=h;User=ann;Password=\"CANARY\""),
                Way.refused("pairs with an open quote", "a quote is not closed").db("host=h password='CANARY"),
                Way.refused("service of Prisma", "a service of Prisma").db("prisma://h?api_token=ENCODED"),
                Way.refused("argument without its option", "").arguments(URL, "--system", "flyway"),
                Way.refused("option that does not exist", "Unknown option").arguments("--url=" + URL));
    }

    private static List<Way> inVariables() {
        return List.of(
                Way.used("DATABASE_URL").variable("DATABASE_URL", URL),
                Way.refused("malformed DATABASE_URL", "malformed")
                        .variable("DATABASE_URL", "postgresql://ann:CANARY@x:y/z"),
                Way.used("Flyway's variables")
                        .variable("FLYWAY_URL", "jdbc:postgresql://HOST/shop")
                        .variable("FLYWAY_USER", "ann")
                        .variable("FLYWAY_PASSWORD", "CANARY"),
                Way.used("Spring's variables")
                        .variable("SPRING_DATASOURCE_URL", "jdbc:postgresql://HOST/shop")
                        .variable("SPRING_DATASOURCE_USERNAME", "ann")
                        .variable("SPRING_DATASOURCE_PASSWORD", "CANARY"),
                Way.used("Quarkus' variables")
                        .variable("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://HOST/shop?user=ann")
                        .variable("QUARKUS_DATASOURCE_PASSWORD", "CANARY"),
                Way.used("Liquibase's variables")
                        .of("liquibase")
                        .variable("LIQUIBASE_COMMAND_URL", "jdbc:postgresql://HOST/shop")
                        .variable("LIQUIBASE_COMMAND_USERNAME", "ann")
                        .variable("LIQUIBASE_COMMAND_PASSWORD", "CANARY"),
                Way.used("goose's variables")
                        .of("goose")
                        .variable("GOOSE_DRIVER", "postgres")
                        .variable(
                                "GOOSE_DBSTRING", "host=localhost port=NUMBER user=ann dbname=shop password='CANARY'"),
                Way.left("container of a test", "it starts a container")
                        .variable("FLYWAY_URL", "jdbc:tc:postgresql:16:///shop?password=ENCODED"),
                Way.used("libpq's variables")
                        .variable("PGHOST", "localhost")
                        .variable("PGPORT", "NUMBER")
                        .variable("PGUSER", "ann")
                        .variable("PGPASSWORD", "CANARY"));
    }

    private static List<Way> inFilesOfLibpq() {
        return List.of(
                Way.used("password file")
                        .db("postgresql://ann@HOST/shop")
                        .file("~/.pgpass", "localhost:NUMBER:*:ann:CANARY\n"),
                Way.used("password file of another place")
                        .db("postgresql://ann@HOST/shop")
                        .variable("PGPASSFILE", "HOME/passwords")
                        .file("~/passwords", "*:*:shop:ann:CANARY\n"),
                Way.used("service file")
                        .db("postgresql:///?service=shop")
                        .file(
                                "~/.pg_service.conf",
                                "[shop]\nhost=localhost\nport=NUMBER\nuser=ann\ndbname=shop\npassword=CANARY\n"),
                Way.used("service of a variable")
                        .variable("PGSERVICE", "shop")
                        .variable("PGSERVICEFILE", "HOME/services")
                        .file(
                                "~/services",
                                "[shop]\nhost=localhost\nport=NUMBER\nuser=ann\ndbname=shop\npassword=CANARY\n"));
    }

    private static List<Way> inTheConfiguration() {
        return List.of(
                Way.used("urlEnv")
                        .variable("SHOP_URL", URL)
                        .file("migtrue.yaml", "databases: { shop: { urlEnv: SHOP_URL } }\n"),
                Way.used("urlFile")
                        .file("secret", URL + "\n")
                        .file("migtrue.yaml", "databases: { shop: { urlFile: secret } }\n"),
                Way.used("urlCommand")
                        .variable("MIGTRUE_ALLOW_COMMANDS", "1")
                        .file("secret", URL + "\n")
                        .file("migtrue.yaml", "databases: { shop: { urlCommand: [cat, secret] } }\n"),
                Way.left("urlCommand without consent", "its urlCommand is not run")
                        .file("migtrue.yaml", "databases: { shop: { urlCommand: [echo, \"" + URL + "\"] } }\n"),
                Way.left("urlCommand that fails", "failed with exit code")
                        .variable("MIGTRUE_ALLOW_COMMANDS", "1")
                        .file(
                                "migtrue.yaml",
                                "databases: { shop: { urlCommand: [sh, -c, \"echo '" + URL + "' >&2; exit 3\"] } }\n"),
                Way.used("file of variables")
                        .file(".env", "DATABASE_URL='" + URL + "'\n")
                        .file("migtrue.yaml", "envFiles: [.env]\n"),
                Way.left("file of variables that nobody named", NO_DATABASE)
                        .file(".env", "DATABASE_URL='" + URL + "'\n"),
                Way.refused("address in migtrue.yaml", "is not taken")
                        .file("migtrue.yaml", "databases: { shop: { url: \"" + URL + "\" } }\n"),
                Way.refused("address for a variable", "expected the name of an environment variable")
                        .file("migtrue.yaml", "databases: { shop: { urlEnv: \"" + URL + "\" } }\n"),
                Way.refused("address for a name", "expected")
                        .file("migtrue.yaml", "databases: { \"" + URL + "\": { urlEnv: A } }\n"),
                Way.refused("password in migtrue.yaml", "unknown key")
                        .file("migtrue.yaml", "databases: { shop: { password: \"CANARY\" } }\n"),
                Way.refused("broken migtrue.yaml", "migtrue.yaml")
                        .file("migtrue.yaml", "databases:\n  shop: { url: '" + URL + "\n"));
    }

    private static List<Way> inFilesOfTools() {
        return List.of(
                Way.used("alembic.ini").of("alembic").file("alembic.ini", """
                        [alembic]
                        script_location = migrations
                        sqlalchemy.url = postgresql://ann:DOUBLED@HOST/shop
                        """),
                Way.used("env.py").of("alembic").file("migrations/env.py", "engine = create_engine(\"" + URL + "\")\n"),
                Way.used("flyway.toml").file("flyway.toml", """
                        [environments.default]
                        url = "jdbc:postgresql://HOST/shop"
                        user = "ann"
                        password = '''CANARY'''
                        """),
                Way.used("flyway.conf").file("flyway.conf", """
                        flyway.url=jdbc:postgresql://HOST/shop
                        flyway.user=ann
                        flyway.password=CANARY
                        """),
                Way.used("application.yml with a variable")
                        .variable("DB_PASSWORD", "CANARY")
                        .file("src/main/resources/application.yml", """
                                spring:
                                  datasource:
                                    url: jdbc:postgresql://HOST/shop
                                    username: ann
                                    password: ${DB_PASSWORD}
                                """),
                Way.used("application.properties").file("src/main/resources/application.properties", """
                        spring.datasource.url=jdbc:postgresql://HOST/shop
                        spring.datasource.username=ann
                        spring.datasource.password=CANARY
                        """),
                Way.left("broken application.yml", NO_DATABASE)
                        .file("src/main/resources/application.yml", "spring: { datasource: { url: '" + URL + "\n"),
                Way.used("liquibase.properties").of("liquibase").file("liquibase.properties", """
                        url: jdbc:postgresql://HOST/shop
                        username: ann
                        password: CANARY
                        """),
                Way.used("database.yml").of("rails").file("config/database.yml", """
                        development:
                          adapter: postgresql
                          host: localhost
                          port: NUMBER
                          database: shop
                          username: ann
                          password: 'CANARY'
                        """),
                Way.used("address in database.yml")
                        .of("rails")
                        .variable("APP_DB", URL)
                        .file("config/database.yml", "development:\n  url: <%= ENV.fetch(\"APP_DB\") %>\n"),
                Way.used("settings.py").of("django").file("shop/settings.py", """
                        DATABASES = {
                            'default': {
                                'ENGINE': 'django.db.backends.postgresql',
                                'NAME': 'shop',
                                'USER': 'ann',
                                'PASSWORD': "CANARY",
                                'HOST': 'localhost',
                                'PORT': 'NUMBER',
                            }
                        }
                        """),
                Way.used("default in settings.py").of("django").file("shop/settings.py", """
                        DATABASES = {
                            'default': dj_database_url.config(default='psql://ann:ENCODED@HOST/shop'),
                        }
                        """),
                Way.left("settings.py that is a program", "cannot be known without running")
                        .of("django")
                        .file("shop/settings.py", "DATABASES = {'default': connect('CANARY')}\n"));
    }
}
