package dev.migtrue.language.code.declared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.code.declared.EditedModels.Verdict;
import dev.migtrue.testing.Installed;
import dev.migtrue.testing.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the edits of models are said to be worth is what the real Django and the real SQLAlchemy make of them on a database. */
class RealModelsIT {

    /** The system's own, which has the packages of the system. */
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    Path folder;

    @Test
    void djangoSeesTheSame() {
        agree("django", "django_sees.py");
    }

    @Test
    void sqlAlchemySeesTheSame() {
        agree("sqlalchemy", "sqlalchemy_sees.py");
    }

    @Test
    void sqlAlchemyTakesTheSameRelationships() {
        agree(
                "sqlalchemy",
                "relationships_hold.py",
                RelationshipCases.all().stream()
                        .map(one -> one.name() + "\t" + (one.verdict().equals("fine") ? "fine" : "dangling"))
                        .toList());
    }

    private void agree(String module, String script) {
        agree(
                module,
                script,
                new EditedModels(module)
                        .edits().stream()
                                .map(edit ->
                                        edit.name() + "\t" + (edit.verdict() == Verdict.UNSEEN ? "unseen" : "seen"))
                                .toList());
    }

    private void agree(String module, String script, List<String> expected) {
        Installed.orSkip(
                module,
                Path.of(PYTHON).toFile().canExecute()
                        && Program.run(folder, Map.of(), PYTHON, "-c", "import " + module)
                                        .exitCode()
                                == 0);
        Program.Run run = Program.run(
                folder,
                Map.of(),
                PYTHON,
                EditedModels.FOLDER.resolve(script).toString(),
                EditedModels.FOLDER.toString(),
                folder.toString());
        assertThat(run.errors()).isEmpty();
        assertThat(run.output().lines()).containsExactlyElementsOf(expected);
    }
}
