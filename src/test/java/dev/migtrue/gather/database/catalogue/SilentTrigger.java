package dev.migtrue.gather.database.catalogue;

import java.sql.Connection;
import org.h2.api.Trigger;

/** A trigger that does nothing; H2 wants to find its class. */
public final class SilentTrigger implements Trigger {

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) {
        // Nothing is to be changed.
    }
}
