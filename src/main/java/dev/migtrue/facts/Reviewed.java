package dev.migtrue.facts;

import java.util.List;

/**
 * What is known of the migrations under review.
 *
 * @param migrations what they do, of those that could be read, in execution order
 * @param content how well that was understood
 */
public record Reviewed(List<ReviewedMigration> migrations, Content content) {

    /** Nothing is under review. */
    public static final Reviewed NONE = new Reviewed(List.of(), Content.NONE);

    public Reviewed {
        migrations = List.copyOf(migrations);
    }
}
