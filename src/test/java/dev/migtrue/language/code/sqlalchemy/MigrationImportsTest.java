package dev.migtrue.language.code.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationImportsTest {

    private static final String TYPES = "from sqlalchemy.dialects import postgresql\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                TYPES,
                "from sqlalchemy.dialects.postgresql import JSONB, UUID\n",
                "import sqlalchemy as sa\nT = sa.dialects.postgresql.JSON()\n",
                "import django.contrib.postgres.fields\n",
                "from django.contrib.postgres.operations import AddIndexConcurrently\n"
            })
    void whatIsOfOneKindIsForThatKind(String text) {
        assertThat(MigrationImports.dialect(List.of("import sqlalchemy as sa\n", text)))
                .contains(Dialect.POSTGRESQL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from sqlalchemy.dialects import mysql\n",
                "from sqlalchemy.dialects import postgresql, mysql\n",
                "T = sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')\n",
                "if op.get_bind().dialect.name == 'postgresql':\n    pass\n",
                "if schema_editor.connection.vendor != 'postgresql':\n    return\n"
            })
    void whoeverWritesForSeveralTellsNothing(String text) {
        assertThat(MigrationImports.dialect(List.of(TYPES, text))).isEmpty();
    }

    @Test
    void whatImportsOfNoneTellsNothing() {
        assertThat(MigrationImports.dialect(
                        List.of("from django.db import migrations\n", "# from sqlalchemy.dialects import mysql\n", "")))
                .isEmpty();
    }
}
