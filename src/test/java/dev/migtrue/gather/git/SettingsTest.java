package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer is compared with that of {@code git config}. */
class SettingsTest {

    private TestRepository git;

    @BeforeEach
    void makeRepository(@TempDir Path folder) {
        git = TestRepository.in(folder).write("../home/.gitconfig", "[core]\n\teol = user\n");
    }

    @Test
    void listensToTheUserAboveAllWhereNobodyElseSpeaks() {
        assertThat(eol(git)).contains("user");
    }

    @Test
    void prefersTheUsersOwnFileToTheOneInTheFolderForSettings() {
        git.write("../home/.config/git/config", "[core]\n\teol = folder\n\tautocrlf = input\n");

        assertThat(eol(git)).contains("user");
        assertThat(setting(git, "autocrlf")).contains("input");
    }

    @Test
    void prefersTheRepositoryToTheUserAndTheWorkTreeToTheRepository() {
        git.git("config", "core.eol", "repository");
        assertThat(eol(git)).contains("repository");

        git.git("config", "extensions.worktreeConfig", "true");
        git.git("config", "--worktree", "core.eol", "worktree");
        assertThat(eol(git)).contains("worktree");
    }

    @Test
    void readsWhatOtherFilesAreIncluded() {
        git.write("../home/.gitconfig", "[include]\n\tpath = ~/more\n")
                .write("../home/more", "[core]\n\teol = included\n");

        assertThat(eol(git)).contains("included");
    }

    @Test
    void readsTheFilesThatTheEnvironmentNamesInstead() {
        git.write("elsewhere", "[core]\n\teol = elsewhere\n").write("system", "[core]\n\tautocrlf = true\n");
        TestRepository other = git.with(
                        "GIT_CONFIG_GLOBAL", git.path("elsewhere").toString())
                .with("GIT_CONFIG_SYSTEM", git.path("system").toString())
                .with("GIT_CONFIG_NOSYSTEM", "0");

        assertThat(eol(other)).contains("elsewhere");
        assertThat(setting(other, "autocrlf")).contains("true");
        assertThat(eol(git.with("GIT_CONFIG_GLOBAL", "/dev/null"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gitdir:~/../work/",
                "gitdir:~/../work/.git",
                "gitdir:work/",
                "gitdir:.git",
                "gitdir:ork/",
                "gitdir:WORK/",
                "gitdir/i:WORK/",
                "gitdir:../work/",
                "gitdir:./../work/.git",
                "gitdir:/nowhere/",
                "gitdir:**/w?rk/**",
                "onbranch:main",
                "onbranch:ma*",
                "onbranch:other",
                "onbranch:main/",
                "hasconfig:remote.*.url:https://example.org/**",
                "hasconfig:remote.*.url:https://example.com/**",
                "unheard:of",
            })
    void includesUnderTheConditionsThatHoldForGit(String condition) {
        git.git("remote", "add", "there", "https://example.org/a/b.git");
        git.write("../home/.gitconfig", """
                        [core]
                        	eol = user
                        [includeIf "%s"]
                        	path = folder/more
                        [core]
                        	autocrlf = input
                        """.formatted(condition))
                .write(
                        "../home/folder/more",
                        "[core]\n\teol = included\n\tautocrlf = true\n[include]\npath = \"most\"\n")
                .write("../home/folder/most", "[core]\n\teol = nested\n");

        assertThat(eol(git)).isPresent();
        assertThat(setting(git, "autocrlf")).contains("input");
    }

    @Test
    void includesWhereTheBranchIsInAFolderOfBranches() {
        git.commit("one").branch("release/1");
        git.write("../home/.gitconfig", "[includeIf \"onbranch:release/\"] path = ~/more\n")
                .write("../home/more", "[core]\n\teol = release\n");

        assertThat(eol(git)).contains("release");
    }

    @Test
    void listensToVariablesAndTheCommandLineAboveAllFiles() {
        git.git("config", "core.eol", "repository");
        TestRepository counted = git.with("GIT_CONFIG_COUNT", "2")
                .with("GIT_CONFIG_KEY_1", "core.eol")
                .with("GIT_CONFIG_VALUE_1", "counted");

        assertThat(eol(counted)).contains("counted");
        assertThat(eol(counted.with("GIT_CONFIG_PARAMETERS", "'core.eol'='given' 'core.autocrlf'")))
                .contains("given");
        assertThat(eol(git.with("GIT_CONFIG_PARAMETERS", "'a.b'='' 'core.eol'='it'\\''s \"odd\"=x'")))
                .contains("it's \"odd\"=x");
        assertThat(eol(git.with("GIT_CONFIG_PARAMETERS", "'core.eol=old style' 'core.ignorecase=true'")))
                .contains("old style");
    }

    private static Optional<String> eol(TestRepository git) {
        return setting(git, "eol");
    }

    private static Optional<String> setting(TestRepository git, String name) {
        QuietSystemReader.install();
        Environment environment = new Environment(git.workTree(), git.environment());
        Optional<String> setting =
                Settings.all(GitFolder.find(environment), environment).text("core", name);
        assertThat(setting.orElse(""))
                .isEqualTo(git.execute("", "config", "core." + name).output().strip());
        return setting;
    }
}
