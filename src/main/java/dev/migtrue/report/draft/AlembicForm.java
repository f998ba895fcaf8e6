package dev.migtrue.report.draft;

import dev.migtrue.model.MigrationId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A revision file of Alembic.
 *
 * @param heads the revisions that nothing comes after yet
 */
record AlembicForm(String stamp, List<MigrationId> heads) implements Form {

    AlembicForm {
        heads = List.copyOf(heads);
    }

    @Override
    public String name() {
        return stamp + "_catch_up.py";
    }

    @Override
    public String opening() {
        return "";
    }

    @Override
    public String start() {
        return """
                from alembic import op

                revision = "%s"
                down_revision = %s
                branch_labels = None
                depends_on = None


                def upgrade() -> None:
                    pass
                """.formatted(stamp, parents());
    }

    private String parents() {
        return switch (heads.size()) {
            case 0 -> "None";
            case 1 -> literal(heads.getFirst());
            default -> heads.stream().map(AlembicForm::literal).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    private static String literal(MigrationId id) {
        return '"' + escaped(id.value()) + '"';
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public String remark() {
        return "    #";
    }

    /** A colon before a word would be a parameter: SQLAlchemy takes it for text behind a backslash. */
    @Override
    public String statement(String sql, int number) {
        String bound = sql.replaceAll("(?<![:\\w$\\\\]):(?=[\\w$]+(?![:\\w$]))", "\\\\:");
        return "    op.execute(\"\"\"" + escaped(bound) + "\"\"\")\n";
    }

    @Override
    public String closing() {
        return """


                def downgrade() -> None:
                    pass  # what this says was there before
                """;
    }
}
