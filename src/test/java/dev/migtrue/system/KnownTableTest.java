package dev.migtrue.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownTableTest {

    @Test
    void everySystemHasOneButThatWhoseTableAnybodyMayHave() {
        Set<String> tools =
                KnownTable.ALL.stream().flatMap(table -> table.tools().stream()).collect(Collectors.toSet());
        assertThat(MigrationSystems.ALL.stream().map(MigrationSystem::name).filter(name -> !tools.contains(name)))
                .containsExactly("tern");
    }

    @Test
    void noTableIsTwoOfThem() {
        assertThat(KnownTable.ALL)
                .allSatisfy(one -> assertThat(KnownTable.ALL.stream()
                                .filter(other -> other.table()
                                        .schema()
                                        .equals(one.table().schema()))
                                .filter(other -> other.isLike(
                                        one.table().name(), one.table().required())))
                        .containsExactly(one));
    }

    @Test
    void columnsTellTablesOfOneName() {
        assertThat(tools("schema_migrations", "version")).containsExactly("rails", "dbmate");
        assertThat(tools("schema_migrations", "version", "dirty")).containsExactly("golang-migrate");
        assertThat(tools("SCHEMA_MIGRATIONS", "VERSION", "INSERTED_AT")).containsExactly("ecto");
        assertThat(tools("migrations", "id", "migration", "batch")).containsExactly("laravel");
        assertThat(tools("migrations", "id", "timestamp", "name")).containsExactly("typeorm");
        assertThat(tools("sequelizemeta", "name")).containsExactly("sequelize");
    }

    @Test
    void aSingleColumnTellsNothingBesideOthers() {
        assertThat(tools("schema_migrations", "version", "comment")).isEmpty();
        assertThat(tools("django_migrations", "id", "name")).isEmpty();
        assertThat(tools("migrations", "bird", "month")).isEmpty();
    }

    @Test
    void eachNameIsAskedForOnce() {
        assertThat(KnownTable.names(KnownTable.ALL).stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .contains("migrations", "changelog", "flyway_schema_history");
    }

    private static List<String> tools(String name, String... columns) {
        return KnownTable.ALL.stream()
                .filter(table -> table.isLike(name, List.of(columns)))
                .flatMap(table -> table.tools().stream())
                .toList();
    }
}
