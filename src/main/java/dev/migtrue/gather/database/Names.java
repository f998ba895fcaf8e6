package dev.migtrue.gather.database;

import java.util.List;

/** What came of asking a database for names. */
sealed interface Names {

    /** In the order in which they are shown, without repeats. */
    record Read(List<String> names) implements Names {
        public Read {
            names = List.copyOf(names);
        }
    }

    record NotRead(TableRead.NotRead why) implements Names {}
}
