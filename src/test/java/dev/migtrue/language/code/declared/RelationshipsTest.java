package dev.migtrue.language.code.declared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.RepoPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A relationship dangles where SQLAlchemy would not take it. */
class RelationshipsTest {

    @TestFactory
    Stream<DynamicTest> whatDanglesIsTold() {
        return RelationshipCases.all().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.name(),
                        () -> assertThat(dangling(one.text()))
                                .hasSize(one.verdict().equals("dangling") ? 1 : 0)));
    }

    @Test
    void theTypeOfAnAttributeNamesTheOtherClass() {
        String base = "class Base(DeclarativeBase):\n    pass\n";
        String other = "class B(Base):\n    __tablename__ = 'b'\n";
        String one =
                "class A(Base):\n    __tablename__ = 'a'\n    bs: Mapped[List[\"B\"]] = relationship(back_populates='a')\n";
        assertThat(dangling(base, other, one)).singleElement().satisfies(found -> {
            assertThat(found.model() + "." + found.name()).isEqualTo("A.bs");
            assertThat(found.other()).isEqualTo("B");
            assertThat(found.at().path()).isEqualTo(new RepoPath("2.py"));
            assertThat(found.otherAt().path()).isEqualTo(new RepoPath("1.py"));
        });
    }

    @Test
    void ofTwoClassesOfOneNameNobodyKnowsWhichIsMeant() {
        String one = "class A(Base):\n    __tablename__ = 'a'\n    bs = relationship('B', back_populates='a')\n";
        String other = "class B(Base):\n    __tablename__ = 'b'\n";
        assertThat(dangling("class Base(DeclarativeBase):\n    pass\n", one, other, other))
                .isEmpty();
    }

    @Test
    void whereAFileIsBrokenNothingIsKnown() {
        String one = "class A(Base):\n    __tablename__ = 'a'\n    bs = relationship('B', back_populates='a')\n";
        String other = "class B(Base):\n    __tablename__ = 'b'\n";
        String broken = "__tablename__ = (\n";
        assertThat(dangling("class Base(DeclarativeBase):\n    pass\n", one, other, broken))
                .isEmpty();
    }

    private static List<Relationships.Dangling> dangling(String... texts) {
        SequencedMap<RepoPath, MappedFile> files = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i++) {
            files.put(new RepoPath(i + ".py"), MappedClasses.read(texts[i]));
        }
        return Relationships.dangling(files);
    }
}
