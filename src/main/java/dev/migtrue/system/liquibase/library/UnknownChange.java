package dev.migtrue.system.liquibase.library;

import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** What stands for a change of the project's own, so that the rest of its changelog can be parsed. It does nothing and tells nothing. */
public class UnknownChange implements CustomTaskChange {

    @Override
    public void execute(Database database) {
        throw new UnsupportedOperationException("a change of the project's own is never run");
    }

    @Override
    public String getConfirmationMessage() {
        return "";
    }

    @Override
    public void setUp() {
        // There is nothing to set up.
    }

    @Override
    public void setFileOpener(ResourceAccessor files) {
        // It opens none.
    }

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
