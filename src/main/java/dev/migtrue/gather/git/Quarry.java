package dev.migtrue.gather.git;

import org.eclipse.jgit.lib.Repository;

/** All that a search can look through. */
record Quarry(
        Repository repository, Places places, OtherWorkTrees otherWorkTrees, ObjectStore objects, Readings readings) {}
