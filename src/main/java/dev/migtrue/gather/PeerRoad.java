package dev.migtrue.gather;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.road.Answer;
import dev.migtrue.gather.road.Inquiry;
import dev.migtrue.gather.road.SchemaRoad;
import dev.migtrue.gather.snapshot.KeptSchemaDatabase;
import dev.migtrue.language.schema.Road;

/**
 * Another database, which the user says is as all should be.
 *
 * @param target where it is, without user or secret
 * @param words what reports call it: {@code the schema kept in right.schema}
 * @param read what it is made of
 */
public record PeerRoad(String target, String words, SchemaRead read) implements SchemaRoad {

    /** Reads what a database is made of, and leaves it alone from then on. */
    public static PeerRoad to(Database database) {
        String words = database instanceof KeptSchemaDatabase kept
                ? "the schema kept in " + kept.written()
                : "the database at " + database.target();
        return new PeerRoad(database.target(), words, database.readSchema());
    }

    @Override
    public Road road() {
        return Road.PEER;
    }

    @Override
    public boolean isOfMigrations() {
        return false;
    }

    @Override
    public Answer answer(Inquiry inquiry) {
        return switch (read) {
            case SchemaRead.NotRead unread ->
                new Answer.Unable(words + ": " + unread.why().reason());
            case SchemaRead.Read known ->
                Dialects.kindOf(target).equals(inquiry.kind())
                        ? new Answer.Built(known.schema(), words, known.omissions())
                        : new Answer.Unable(words + " is of another kind of database");
        };
    }
}
