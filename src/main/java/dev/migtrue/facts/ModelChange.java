package dev.migtrue.facts;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.RepoPath;
import java.util.List;

/**
 * A model under review that is another one than before, in a way for which its tool would write a migration, while there is no new one.
 *
 * @param at where it is told best; where the model is gone, its file as it was
 * @param model what it is, and its name: {@code model User}
 * @param changes in words that may follow the model's name, in the order of their names: {@code field "email" is new}
 * @param folders where the migration would lie
 */
public record ModelChange(FileSpan at, String model, List<String> changes, List<RepoPath> folders) {

    public ModelChange {
        changes = List.copyOf(changes);
        folders = List.copyOf(folders);
    }
}
