package dev.migtrue.gather.git;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A repository as the code under test sees it. */
record Opened(Repository repository) implements AutoCloseable {

    static Opened of(TestRepository git) {
        return at(git.workTree(), git.environment());
    }

    static Opened withBase(TestRepository git, String base) {
        return new Opened(Repository.open(git.workTree(), git.environment(), Optional.of(base)));
    }

    /** With all left to one of the engines; a base that is not there is none. */
    static Opened by(Engine engine, TestRepository git, String base) {
        boolean isThere =
                git.execute("", "rev-parse", "--verify", base + "^{commit}").exitCode() == 0;
        Optional<String> named = Optional.of(base).filter(name -> isThere);
        return new Opened(JGitRepository.open(git.workTree(), git.environment(), BaseWish.of(named), engine));
    }

    /** As seen from a folder, with more variables than a test repository has anyway. */
    static Opened at(Path folder, Map<String, String> environment) {
        return new Opened(Repository.open(folder, environment, Optional.empty()));
    }

    Tree disk() {
        return tree(Source.WORKING_TREE);
    }

    Tree index() {
        return tree(Source.INDEX);
    }

    Tree head() {
        return tree(Source.HEAD);
    }

    Tree tree(Source source) {
        return Optional.ofNullable(repository.trees().get(source)).orElseThrow();
    }

    /** The paths of all files of a tree. */
    static List<String> files(Tree tree) {
        return tree.files().stream().map(RepoPath::value).toList();
    }

    static Optional<ContentId> content(Tree tree, String path) {
        return tree.contentId(new RepoPath(path));
    }

    static Optional<FileText> text(Tree tree, String path) {
        return tree.text(new RepoPath(path));
    }

    static FileText decoded(String text) {
        return new FileText.Decoded(text);
    }

    @Override
    public void close() {
        repository.close();
    }
}
