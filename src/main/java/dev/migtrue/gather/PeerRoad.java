package dev.migtrue.gather;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.road.Answer;
import dev.migtrue.gather.road.Inquiry;
import dev.migtrue.gather.road.SchemaRoad;
import dev.migtrue.language.schema.Road;

/**
 * Another database, which the user says is as all should be.
 *
 * @param target where it is, without user or secret
 * @param read what it is made of
 */
public record PeerRoad(String target, SchemaRead read) implements SchemaRoad {

    /** Reads what a database is made of, and leaves it alone from then on. */
    public static PeerRoad to(Database database) {
        return new PeerRoad(database.target(), database.readSchema());
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
                new Answer.Unable(target + ": " + unread.why().reason());
            case SchemaRead.Read known ->
                Dialects.kindOf(target).equals(inquiry.kind())
                        ? new Answer.Built(known.schema(), "what " + target + " is made of", known.omissions())
                        : new Answer.Unable(target + " is another kind of database");
        };
    }
}
