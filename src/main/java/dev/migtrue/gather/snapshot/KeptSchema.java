package dev.migtrue.gather.snapshot;

import dev.migtrue.language.schema.Schema;
import java.util.List;

/**
 * What a database was made of when somebody kept it. It holds no secret.
 *
 * @param dialect what the database spoke, as users write it: {@code postgresql}
 * @param applied what was applied when it was kept, a list for each project that the database had a version table of
 */
public record KeptSchema(String dialect, List<AppliedIds> applied, Schema schema) {

    public KeptSchema {
        applied = List.copyOf(applied);
    }

    /**
     * The migrations of one project that were applied.
     *
     * @param system as users write it
     * @param root the folder of the project, {@code .} where it is the top
     * @param ids in their order; each once
     */
    public record AppliedIds(String system, String root, List<String> ids) {

        public AppliedIds {
            ids = List.copyOf(ids);
        }
    }
}
