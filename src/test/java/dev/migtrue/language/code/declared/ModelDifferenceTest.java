package dev.migtrue.language.code.declared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.code.declared.EditedModels.Edit;
import dev.migtrue.language.code.declared.EditedModels.Verdict;
import dev.migtrue.model.RepoPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A change of a model is one that a database sees. */
class ModelDifferenceTest {

    private static final String ALEMBIC = """
            from sqlalchemy import Column, Integer, String
            from .base import Base


            """;

    @TestFactory
    Stream<DynamicTest> whatDjangoBuildsOtherwiseIsToldAndNothingElse() {
        return tests("django", DjangoModels::read);
    }

    @TestFactory
    Stream<DynamicTest> whatSqlAlchemyBuildsOtherwiseIsToldAndNothingElse() {
        return tests("sqlalchemy", SqlAlchemyModels::read);
    }

    @TestFactory
    Stream<DynamicTest> whatPrismaBuildsOtherwiseIsToldAndNothingElse() {
        return tests("prisma", PrismaModels::read);
    }

    @TestFactory
    Stream<DynamicTest> whatEntityFrameworkBuildsOtherwiseIsToldAndNothingElse() {
        return tests("efcore", SnapshotModels::read);
    }

    private static Stream<DynamicTest> tests(String kind, Function<String, DeclaredModels> reading) {
        EditedModels edited = new EditedModels(kind);
        return edited.edits().stream()
                .map(edit -> DynamicTest.dynamicTest(edit.name(), () -> check(edited, edit, reading)));
    }

    private static void check(EditedModels edited, Edit edit, Function<String, DeclaredModels> reading) {
        assertThat(edited.before()).contains(edit.old());
        List<String> told = told(reading.apply(edited.before()), reading.apply(edited.after(edit)));
        if (edit.verdict() == Verdict.SEEN) {
            assertThat(told).isNotEmpty();
        } else {
            assertThat(told).isEmpty();
        }
    }

    private static List<String> told(DeclaredModels before, DeclaredModels now) {
        return told(files("models.py", before), files("models.py", now));
    }

    private static List<String> told(
            SequencedMap<RepoPath, DeclaredModels> before, SequencedMap<RepoPath, DeclaredModels> now) {
        return ModelDifference.between(before, now).stream()
                .map(changed -> changed.model() + ": " + String.join(", ", changed.changes()))
                .toList();
    }

    private static SequencedMap<RepoPath, DeclaredModels> files(String name, DeclaredModels declared) {
        SequencedMap<RepoPath, DeclaredModels> files = new LinkedHashMap<>();
        files.put(new RepoPath(name), declared);
        return files;
    }

    private static List<String> alembic(String before, String now) {
        return told(SqlAlchemyModels.read(ALEMBIC + before), SqlAlchemyModels.read(ALEMBIC + now));
    }

    @Test
    void aClassThatMovesToAnotherFileIsTheSame() {
        String text = ALEMBIC
                + "class User(Base):\n    __tablename__ = 'users'\n    id = Column(Integer, primary_key=True)\n";
        SequencedMap<RepoPath, DeclaredModels> now = files("models/__init__.py", DeclaredModels.NONE);
        now.put(new RepoPath("models/user.py"), SqlAlchemyModels.read(text));
        assertThat(told(files("models.py", SqlAlchemyModels.read(text)), now)).isEmpty();
    }

    @Test
    void aClassOfAnotherNameForTheSameTableIsTheSame() {
        assertThat(
                        alembic(
                                "class User(Base):\n    __tablename__ = 'users'\n    id = Column(Integer, primary_key=True)\n",
                                "class Person(Base):\n    __tablename__ = 'users'\n    id = Column(Integer, primary_key=True)\n"))
                .isEmpty();
    }

    @Test
    void aClassThatIsGoneIsTold() {
        assertThat(alembic(
                        "class User(Base):\n    __tablename__ = 'users'\n    id = Column(Integer, primary_key=True)\n",
                        ""))
                .containsExactly("User: is gone");
    }

    @Test
    void aColumnThatMovesToAMixinIsNotGone() {
        assertThat(
                        alembic(
                                "class User(Base):\n    __tablename__ = 'users'\n    made = Column(Integer)\n",
                                "class Dated:\n    made = Column(Integer)\n\n\nclass User(Dated, Base):\n    __tablename__ = 'users'\n"))
                .isEmpty();
    }

    @Test
    void aColumnInTheNewStyleIsTheSame() {
        assertThat(alembic("""
                        class User(Base):
                            __tablename__ = 'users'
                            name = Column(String(5))
                            age = Column(Integer, nullable=False)
                        """, """
                        from sqlalchemy.orm import Mapped, mapped_column
                        from typing import Optional
                        class User(Base):
                            __tablename__ = 'users'
                            name: Mapped[Optional[str]] = mapped_column(String(5))
                            age: Mapped[int]
                        """)).isEmpty();
    }

    @Test
    void aColumnInTheNewStyleThatMayBeMissingNowIsTold() {
        String import_ = "from sqlalchemy.orm import Mapped, mapped_column\n";
        assertThat(alembic(
                        import_ + "class User(Base):\n    __tablename__ = 'users'\n    age: Mapped[int]\n",
                        import_ + "class User(Base):\n    __tablename__ = 'users'\n    age: Mapped[int | None]\n"))
                .containsExactly("User: column \"age\" differs in nullability");
    }

    @Test
    void aColumnFromAFunctionOfOnesOwnIsTakenAsItIsWritten() {
        String import_ = "from .columns import Column, key\n";
        assertThat(
                        alembic(
                                import_
                                        + "class User(Base):\n    __tablename__ = 'users'\n    id = key()\n    a = Column(Integer)\n",
                                import_
                                        + "class User(Base):\n    __tablename__ = 'users'\n    a = Column(Integer, nullable=True)\n"))
                .isEmpty();
    }

    @Test
    void twoClassesOfOneNameAreLeftAlone() {
        assertThat(alembic(
                        "class User(Base):\n    __tablename__ = 'a'\n\n\nclass User(Base):\n    __tablename__ = 'b'\n",
                        "class User(Base):\n    __tablename__ = 'c'\n    x = Column(Integer)\n"))
                .isEmpty();
    }

    @Test
    void aBrokenFileTellsNothing() {
        assertThat(alembic(
                        "class User(Base):\n    __tablename__ = 'users'\n    a = Column(Integer)\n    b = Column(Integer)\n",
                        "class User(Base:\n    __tablename__ = 'users'\n    a = Column(Integer\n"))
                .isEmpty();
    }
}
