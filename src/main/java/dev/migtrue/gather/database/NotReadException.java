package dev.migtrue.gather.database;

import dev.migtrue.model.Applied;
import java.sql.SQLException;

/** A database could not be read for a reason that we found ourselves; on its way to where it becomes a value. */
final class NotReadException extends SQLException {

    private static final long serialVersionUID = 1L;

    private final Applied.Obstacle obstacle;
    private final String reason;

    NotReadException(Applied.Obstacle obstacle, String reason) {
        super(reason);
        this.obstacle = obstacle;
        this.reason = reason;
    }

    TableRead.NotRead notRead() {
        return new TableRead.NotRead(obstacle, reason);
    }
}
