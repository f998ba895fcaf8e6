package dev.migtrue.gather.scratch.replay;

import dev.migtrue.incident.RealDatabase;
import dev.migtrue.incident.RealDatabase.Engine;
import dev.migtrue.system.liquibase.RealLiquibase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.flywaydb.core.Flyway;

/** Projects that use a good part of what their tools can do. */
final class SampleProjects {

    /** A revision that runs code. */
    static final String CODE = "migrations/versions/c_rows.py";

    private SampleProjects() {}

    static SequencedMap<String, String> dbmate(Engine engine) {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("db/migrations/20260101000000_people.sql", """
                -- migrate:up
                create table people (id int primary key, name varchar(40) not null default 'a;b', age int check (age > 0));
                create index people_name on people (name);

                -- migrate:down
                drop table people;
                """);
        files.put("db/migrations/20260102000000_orders.sql", """
                -- migrate:up
                create table orders (id int primary key, person int not null references people (id));
                create view grown as select id from people where age > 17;
                insert into people (id, name, age) values (1, 'ann', 18);

                -- migrate:down
                drop table orders;
                """);
        if (engine == Engine.POSTGRESQL) {
            files.put("db/migrations/20260103000000_more.sql", """
                    -- migrate:up
                    create type mood as enum ('good', 'bad');
                    alter table people add column mood mood;
                    create function shout(t text) returns text language plpgsql as $$
                    begin
                      return upper(t); -- and; that
                    end $$;
                    create sequence numbers increment by 7;
                    comment on table people is 'who';

                    -- migrate:down
                    drop type mood;
                    """);
            files.put("db/migrations/20260104000000_index.sql", """
                    -- migrate:up transaction:false
                    create index concurrently people_age on people (age) where age > 17;

                    -- migrate:down transaction:false
                    drop index people_age;
                    """);
        } else {
            files.put("db/migrations/20260103000000_more.sql", """
                    -- migrate:up
                    create table extra (id int primary key, note varchar(9) default 'x');
                    create unique index extra_note on extra (note);
                    alter table people add column mood varchar(9);

                    -- migrate:down
                    drop table extra;
                    """);
        }
        return files;
    }

    static SequencedMap<String, String> flyway(Engine engine) {
        String folder = "src/main/resources/db/migration/";
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("flyway.conf", "flyway.placeholders.kind=varchar(20)\n");
        files.put(
                folder + "V1__people.sql",
                "create table people (id int primary key, name ${kind} not null, age int check (age > 0));\n");
        files.put(folder + "V2__orders.sql", """
                create table orders (id int primary key, person int references people (id));
                create index orders_person on orders (person);
                """);
        files.put(folder + "V3__more.sql", "alter table people add column note varchar(9) default 'x;y';\n");
        files.put(
                folder + "R__grown.sql",
                engine == Engine.SQLITE
                        ? "drop view if exists grown;\ncreate view grown as select id, note from people where age > 17;\n"
                        : "create or replace view grown as select id, note from people where age > 17;\n");
        files.put(
                folder + "afterMigrate.sql",
                engine == Engine.SQLITE
                        ? "create table if not exists after_all (id int);\n"
                        : "create table if not exists after_all (id int, file varchar(99) default '${flyway:table}');\n");
        if (engine == Engine.POSTGRESQL) {
            files.put(folder + "V4__index.sql", "create index concurrently people_age on people (age);\n");
            files.put(folder + "V4__index.sql.conf", "executeInTransaction=false\n");
        }
        return files;
    }

    static void migrateWithFlyway(Path place, RealDatabase database) {
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(database.jdbcUrl(), null, null)
                .placeholders(Map.of("kind", "varchar(20)"))
                // It would wait for itself until an index is made concurrently.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .locations("filesystem:" + place.resolve("src/main/resources/db/migration"))
                .load()
                .migrate();
    }

    static SequencedMap<String, String> liquibase() {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("db/changelog/db.changelog-master.yaml", """
                databaseChangeLog:
                  - property:
                      name: length
                      value: "40"
                  - include:
                      file: first.xml
                      relativeToChangelogFile: true
                  - include:
                      file: second.sql
                      relativeToChangelogFile: true
                  - changeSet:
                      id: only-without
                      author: ann
                      preConditions:
                        - onFail: MARK_RAN
                        - not:
                            - tableExists:
                                tableName: people
                      changes:
                        - createTable:
                            tableName: never
                            columns:
                              - column: { name: id, type: int }
                  - changeSet:
                      id: elsewhere
                      author: ann
                      dbms: oracle
                      changes:
                        - sql: { sql: "create table nowhere (id int)" }
                """);
        files.put("db/changelog/first.xml", """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                        http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                  <changeSet id="1" author="ann">
                    <createTable tableName="people">
                      <column name="id" type="int" autoIncrement="true"><constraints primaryKey="true"/></column>
                      <column name="name" type="varchar(${length})"><constraints nullable="false"/></column>
                      <column name="born" type="date"/>
                    </createTable>
                    <createIndex tableName="people" indexName="people_name"><column name="name"/></createIndex>
                  </changeSet>
                  <changeSet id="2" author="ann">
                    <loadData tableName="people" file="people.csv" relativeToChangelogFile="true" separator=","/>
                  </changeSet>
                  <changeSet id="3" author="ann">
                    <addColumn tableName="people"><column name="note" type="varchar(9)" defaultValue="x"/></addColumn>
                    <createView viewName="named">select id, name from people</createView>
                  </changeSet>
                </databaseChangeLog>
                """);
        files.put("db/changelog/people.csv", "id,name\n1,ann\n2,bob\n");
        files.put("db/changelog/second.sql", """
                --liquibase formatted sql
                --changeset bob:1
                create table orders (id int primary key, person int);
                create index orders_person on orders (person);
                --rollback drop table orders;
                --changeset bob:2 dbms:postgresql splitStatements:false
                create function one() returns int language plpgsql as $$ begin return 1; end $$;
                """);
        return files;
    }

    static void updateWithLiquibase(Path folder, RealDatabase database, String root) throws Exception {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl())) {
            new RealLiquibase(folder, connection, "DATABASECHANGELOG").update(root, Integer.MAX_VALUE, "");
        }
    }

    static SequencedMap<String, String> alembic() {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("alembic.ini", "[alembic]\nscript_location = migrations\n");
        files.put("migrations/script.py.mako", "revision = ${repr(up_revision)}\n");
        files.put("migrations/env.py", """
                import os
                import sqlalchemy
                from alembic import context

                with sqlalchemy.create_engine(os.environ["DATABASE_URL"]).connect() as connection:
                    context.configure(connection=connection)
                    with context.begin_transaction():
                        context.run_migrations()
                """);
        files.put("migrations/versions/a_people.py", """
                import sqlalchemy as sa
                from alembic import op

                revision = "a"
                down_revision = None


                def upgrade():
                    op.create_table(
                        "people",
                        sa.Column("id", sa.Integer, primary_key=True),
                        sa.Column("name", sa.String(40), nullable=False),
                        sa.Column("age", sa.Integer, server_default="0"),
                    )
                    op.create_index("people_name", "people", ["name"], unique=True)
                """);
        files.put("migrations/versions/b_orders.py", """
                import sqlalchemy as sa
                from alembic import op

                revision = "b"
                down_revision = "a"


                def upgrade():
                    op.create_table(
                        "orders",
                        sa.Column("id", sa.Integer, primary_key=True),
                        sa.Column("person", sa.Integer, sa.ForeignKey("people.id")),
                    )
                    op.add_column("people", sa.Column("note", sa.Text(), nullable=True))
                    op.execute("create view named as select id, name from people")
                """);
        files.put(CODE, """
                import sqlalchemy as sa
                from alembic import op

                revision = "c"
                down_revision = "b"


                def upgrade():
                    connection = op.get_bind()
                    for number in connection.execute(sa.text("select 1 union select 2")).scalars():
                        op.create_table("part_%d" % number, sa.Column("id", sa.Integer))
                """);
        return files;
    }
}
