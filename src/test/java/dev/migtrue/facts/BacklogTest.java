package dev.migtrue.facts;

import static dev.migtrue.testing.GivenApplied.recorded;
import static dev.migtrue.testing.GivenApplied.table;
import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenApplied;
import dev.migtrue.testing.GivenMigration;
import dev.migtrue.testing.GivenProject;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {

    @Test
    void whatComesAfterTheLastAppliedOneIsDue() {
        Backlog backlog = strict(migration("1"), migration("2"), migration("3")).after(recorded("1"));
        assertThat(ids(backlog.due())).containsExactly("2", "3");
        assertThat(backlog.overtaken()).isEmpty();
    }

    @Test
    void whatComesBeforeTheLastAppliedOneIsOvertakenByIt() {
        Backlog backlog = strict(migration("1"), migration("2"), migration("3"), migration("4"), migration("5"))
                .after(recorded("1"), recorded("3"), recorded("4"));
        assertThat(ids(backlog.due())).containsExactly("5");
        assertThat(ids(backlog.overtaken().sequencedKeySet().stream().toList())).containsExactly("2");
        assertThat(backlog.overtaken().sequencedValues())
                .extracting(id -> id.value())
                .containsExactly("4");
    }

    @Test
    void whereTheToolGoesBackALateOneIsDue() {
        Backlog backlog = new Given(Ordering.LENIENT, migration("1"), migration("2")).after(recorded("2"));
        assertThat(ids(backlog.due())).containsExactly("1");
        assertThat(backlog.overtaken()).isEmpty();
    }

    @Test
    void aRepeatableOneIsNeverOvertakenAndOvertakesNone() {
        GivenMigration views = migration("views").kind(Kind.REPEATABLE);
        assertThat(ids(strict(views, migration("1")).after(recorded("1")).due()))
                .containsExactly("views");
        assertThat(ids(strict(migration("1"), views).after(recorded("views")).due()))
                .containsExactly("1");
    }

    @Test
    void aRepeatableOneWithAnotherTextHasChanged() {
        GivenMigration views = migration("views").kind(Kind.REPEATABLE).text("new");
        Backlog backlog = strict(views).after(recorded("views").text("old"));
        assertThat(ids(backlog.changed())).containsExactly("views");
        assertThat(backlog.due()).isEmpty();
    }

    @Test
    void aRepeatableOneWithTheSameTextOrNoneToCompareHasNotChanged() {
        GivenMigration views = migration("views").kind(Kind.REPEATABLE).text("same");
        assertThat(strict(views).after(recorded("views").text("same")).changed())
                .isEmpty();
        assertThat(strict(views).after(recorded("views")).changed()).isEmpty();
    }

    @Test
    void aBaselineIsDueOnAnEmptyDatabaseOnly() {
        GivenMigration baseline = migration("B1").kind(Kind.BASELINE);
        assertThat(ids(strict(baseline).after().due())).containsExactly("B1");
        assertThat(strict(baseline, migration("2")).after(recorded("2")).due()).isEmpty();
    }

    @Test
    void whatOnlyHeadStillHasIsNotDue() {
        Facts facts = GivenProject.ordered(Ordering.STRICT)
                .in(Source.HEAD, migration("1"))
                .database("default", table())
                .facts();
        assertThat(Backlog.of(facts))
                .singleElement()
                .satisfies(backlog -> assertThat(backlog.due()).isEmpty());
    }

    @Test
    void aBareRepositoryIsJudgedByHead() {
        Facts facts = GivenProject.bare(Ordering.STRICT, migration("1"))
                .database("default", table())
                .facts();
        assertThat(Backlog.of(facts))
                .singleElement()
                .satisfies(backlog -> assertThat(ids(backlog.due())).containsExactly("1"));
    }

    @Test
    void thereIsNoneWhereItCannotBeKnown() {
        Facts facts = GivenProject.ordered(Ordering.STRICT)
                .committed(migration("1"))
                .database("unread", new Applied.NotRead(Applied.Obstacle.UNREACHABLE, "refused"))
                .database("new", new Applied.NoTable("versions"))
                .database("strange", new Applied.Known("versions", List.of(), Applied.Reach.PARTIAL))
                .facts();
        assertThat(Backlog.of(facts)).isEmpty();
    }

    private static Given strict(GivenMigration... migrations) {
        return new Given(Ordering.STRICT, migrations);
    }

    private static List<String> ids(List<Migration> migrations) {
        return migrations.stream().map(migration -> migration.id().value()).toList();
    }

    private static final class Given {

        private final GivenProject project;

        Given(Ordering ordering, GivenMigration... migrations) {
            project = GivenProject.ordered(ordering).committed(migrations);
        }

        Backlog after(GivenApplied... applied) {
            return Backlog.of(project.database("default", table(applied)).facts())
                    .getFirst();
        }
    }
}
