package dev.migtrue.system.flyway;

import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A folder that holds migrations, with what lies below.
 *
 * @param site the likely location it belongs to
 * @param vendor the database vendor that it is for; absent for all of them
 * @param ids what migrations it holds
 */
record MigrationFolder(RepoPath path, Scope scope, Site site, Optional<String> vendor, Set<MigrationId> ids) {

    MigrationFolder {
        ids = Set.copyOf(ids);
    }

    boolean isTest() {
        return SourceRoot.of(path).filter(SourceRoot::isTest).isPresent();
    }

    /** Whether one Flyway reads the other folder too when it reads this one, as nothing sets them apart. */
    boolean takesIn(MigrationFolder other) {
        return other.path.isUnder(path) && other.vendor.equals(vendor);
    }

    /** This folder in another scope. */
    MigrationFolder in(Scope other) {
        return new MigrationFolder(path, other, site, vendor, ids);
    }

    /** This folder with what another holds. */
    MigrationFolder with(MigrationFolder other) {
        Set<MigrationId> both = new HashSet<>(ids);
        both.addAll(other.ids);
        return new MigrationFolder(path, scope, site, vendor, both);
    }

    /**
     * Whether the folders cannot be for the same database: most of what the smaller one holds stands in the other under
     * the same version. Fewer equal versions are somebody's mistake.
     */
    boolean rivals(MigrationFolder other) {
        Set<MigrationId> shared = new HashSet<>(ids);
        shared.retainAll(other.ids);
        return !shared.isEmpty() && 2 * shared.size() >= Math.min(ids.size(), other.ids.size());
    }
}
