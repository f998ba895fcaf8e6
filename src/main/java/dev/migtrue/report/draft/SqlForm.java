package dev.migtrue.report.draft;

/**
 * A file of SQL.
 *
 * @param before what stands before a statement, with {@code %d} for its number
 * @param after what stands after it
 */
record SqlForm(String name, String opening, String before, String after, String closing) implements Form {

    /** Statements and nothing else. */
    static SqlForm plain(String name) {
        return new SqlForm(name, "", "", "", "");
    }

    static SqlForm goose(String name) {
        return new SqlForm(
                name,
                "-- +goose Up\n",
                "-- +goose StatementBegin\n",
                "-- +goose StatementEnd\n",
                "\n-- +goose Down\n-- Nothing: what this says was there before.\n");
    }

    static SqlForm dbmate(String name) {
        return new SqlForm(
                name, "-- migrate:up\n", "", "", "\n-- migrate:down\n-- Nothing: what this says was there before.\n");
    }

    /** Each statement is a change set of its own: how drivers split several is not left to chance. */
    static SqlForm liquibase(String stamp) {
        return new SqlForm(
                "catch-up-" + stamp + ".sql",
                "--liquibase formatted sql\n",
                "--changeset migtrue:catch-up-" + stamp + "-%d splitStatements:false\n",
                "",
                "");
    }

    @Override
    public String start() {
        return "";
    }

    @Override
    public String remark() {
        return "--";
    }

    @Override
    public String statement(String sql, int number) {
        return before.formatted(number) + sql + ";\n" + after;
    }
}
