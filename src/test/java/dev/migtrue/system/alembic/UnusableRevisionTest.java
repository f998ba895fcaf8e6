package dev.migtrue.system.alembic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.History;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.UnreadFile;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in a folder of migrations that are none for Alembic, or none that can be read without running it. */
class UnusableRevisionTest {

    private static final String INI = "[alembic]\nscript_location = m\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            import os                                   | 1:1  | alembic refuses this folder: the file has no revision id
            revision = 'a1'                             | 1:1  | alembic refuses this folder: the file has no down_revision
            down_revision = None                        | 1:1  | alembic refuses this folder: the file has no revision id
            x = 1; revision = None; down_revision = None| 1:8  | alembic refuses this folder: revision is not a string
            revision = 12; down_revision = None         | 1:1  | alembic refuses this folder: revision is not a string
            revision = b'a1'; down_revision = None      | 1:1  | alembic refuses this folder: revision is not a string
            revision = ('a1',); down_revision = None    | 1:1  | alembic refuses this folder: revision is not a string
            revision = 'a-1'; down_revision = None      | 1:1  | alembic refuses this folder: revision id 'a-1' holds '-'
            revision = 'a@1'; down_revision = None      | 1:1  | alembic refuses this folder: revision id 'a@1' holds '@'
            revision = 'a+1'; down_revision = None      | 1:1  | alembic refuses this folder: revision id 'a+1' holds '+'
            revision = 'a:1'; down_revision = None      | 1:1  | alembic 1.17.1 and later refuse this folder: revision id 'a:1' holds ':'
            revision = ''; down_revision = None         | 1:1  | alembic cannot find this migration again: its revision id is blank
            revision = 'a1'; down_revision = 5          | 1:18 | alembic refuses this folder: down_revision is a number
            revision = 'a1'; down_revision = ''         | 1:18 | newer versions of alembic refuse this folder: down_revision is an empty string
            revision = 'a1'; down_revision = ('b', '')  | 1:18 | newer versions of alembic refuse this folder: down_revision is an empty string
            down_revision = None; revision = 'a1'; depends_on = 4 | 1:40 | alembic refuses this folder: depends_on is a number
            """)
    void whatAlembicRefusesIsMalformed(String text, String at, String problem) {
        History history = history(Map.of("m/versions/x.py", text + "\n", "m/versions/b.py", revision("b1", "None")));

        assertThat(ids(history)).containsExactly("b1");
        assertThat(history.malformed())
                .extracting(MalformedFile::problem, file -> start(file.at()))
                .containsExactly(tuple(problem, "m/versions/x.py:" + at));
        assertThat(history.malformed()).extracting(MalformedFile::help).noneMatch(String::isBlank);
        assertThat(history.unread()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            revision = make_id(); down_revision = None  | its revision is known only when it runs: it is the result of a call
            revision = f'{a}1'; down_revision = None    | its revision is known only when it runs: it is a string with values filled in
            from ids import revision; down_revision = 1 | its revision is known only when it runs: it is imported
            from ids import *                           | its revision may be among what it imports with '*'
            'x~Revision ID: a1~'; revision = ID         | its revision is known only when it runs: it is the value of another name (its docstring says 'a1')
            """)
    void anIdThatOnlyRunningGivesLeavesTheFileUnread(String text, String reason) {
        History history = history(Map.of("m/versions/x.py", text.replace("~", "\\n") + "\n"));

        assertThat(history.migrations()).isEmpty();
        assertThat(history.malformed()).isEmpty();
        assertThat(history.unread()).extracting(UnreadFile::reason).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            down_revision = parent()              | its down_revision is known only when it runs: it is the result of a call
            from parents import *                 | its down_revision may be among what it imports with '*'
            down_revision = None; depends_on = x  | its depends_on is known only when it runs: it is the value of another name
            if x: down_revision = None            | its down_revision is known only when it runs: it is set inside an if statement
            """)
    void aMigrationWithoutKnownPlaceIsListedAndUnread(String text, String reason) {
        History history = history(Map.of("m/versions/x.py", "revision = 'a1'\n" + text + "\n"));

        assertThat(ids(history)).containsExactly("a1");
        assertThat(history.unread()).extracting(UnreadFile::reason).containsExactly(reason);
        assertThat(history.unread()).extracting(file -> start(file.at())).containsExactly("m/versions/x.py:1:1");
    }

    @Test
    void whatIsNoTextIsUnreadForItsReason() {
        History history = layout(InMemoryTree.of(Map.of("alembic.ini", INI)))
                .history(InMemoryTree.empty().withUnreadable("m/versions/a.py", "not UTF-8: byte 3"));

        assertThat(history.unread())
                .containsExactly(new UnreadFile(FileSpan.of(new RepoPath("m/versions/a.py")), "not UTF-8: byte 3"));
    }

    @Test
    void aConflictHidesNoMoreThanItHolds() {
        History history = history(Map.of("m/versions/a.py", """
                revision = 'a1'
                <<<<<<< HEAD
                down_revision = 'b1'
                =======
                down_revision = 'b2'
                >>>>>>> other
                """));

        assertThat(ids(history)).containsExactly("a1");
        assertThat(history.unread()).hasSize(1);
    }

    private static String revision(String id, String parents) {
        return "revision = '" + id + "'\ndown_revision = " + parents + "\n";
    }

    private static String start(FileSpan at) {
        return at.path() + ":" + at.span().startLine() + ":" + at.span().startColumn();
    }

    private static List<String> ids(History history) {
        return history.migrations().stream()
                .map(migration -> migration.id().value())
                .toList();
    }

    private static History history(Map<String, String> files) {
        return history(InMemoryTree.of(files).with("alembic.ini", INI));
    }

    private static History history(InMemoryTree tree) {
        return layout(tree).history(tree);
    }

    private static Layout layout(InMemoryTree tree) {
        return new AlembicSystem().detect(tree).getFirst();
    }
}
