package dev.migtrue.cli;

import dev.migtrue.gather.SchemaOrder;

/** Whether a command looks at what databases are made of, and what it holds it against. */
@FunctionalInterface
interface SchemaWish {

    /** It does not. */
    SchemaWish NONE = (workplace, here) -> SchemaOrder.NONE;

    /** What is to be looked at in a repository. */
    SchemaOrder order(Workplace workplace, Surroundings here);
}
