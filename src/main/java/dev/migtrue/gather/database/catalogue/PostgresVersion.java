package dev.migtrue.gather.database.catalogue;

/**
 * The version of a PostgreSQL server, or the one that a server pretends to be.
 *
 * @param number as {@code server_version_num} has it: 150018
 */
record PostgresVersion(int number) {

    /** The first part of its name: 15. */
    int major() {
        return number / 10_000;
    }

    /** One of two texts: the first from a major version on. */
    String since(int major, String then, String before) {
        return major() >= major ? then : before;
    }

    /** Which objects of a system catalogue neither an extension nor another object brought along. */
    static String own(String catalogue, String oid) {
        // A table depends internally on the columns that it is partitioned by.
        String kinds = catalogue.equals("pg_class") ? "'e'" : "'e', 'i'";
        return ("NOT EXISTS (SELECT FROM pg_depend AS e WHERE e.classid = '%s'::regclass"
                        + " AND e.objid = %s AND e.deptype IN (%s))")
                .formatted(catalogue, oid, kinds);
    }

    /** Joins the schema {@code n} of an object, which is none of the server's own. */
    static String inSchema(String oid) {
        return "JOIN pg_namespace AS n ON n.oid = " + oid
                + " AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";
    }

    /** Joins the comment {@code m} on an object. */
    static String comment(String catalogue, String oid) {
        return "LEFT JOIN pg_description AS m ON m.classoid = '%s'::regclass AND m.objoid = %s AND m.objsubid = 0"
                .formatted(catalogue, oid);
    }
}
