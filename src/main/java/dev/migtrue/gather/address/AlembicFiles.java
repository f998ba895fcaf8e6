package dev.migtrue.gather.address;

import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where Alembic takes its address from: {@code env.py}, which may set one, else {@code alembic.ini}. */
final class AlembicFiles {

    private static final String INI = "alembic.ini";
    private static final String URL = "sqlalchemy.url";

    /** What every new project begins with. */
    private static final String TEMPLATE = "driver://user:pass@localhost/dbname";

    private static final Pattern SET = Pattern.compile(
            "set_(?:main|section)_option\\((?:[^,()]*,)??\\s*[\"']sqlalchemy\\.url[\"']\\s*,\\s*(?<value>.*)",
            Pattern.DOTALL);
    private static final Pattern CREATED =
            Pattern.compile("\\bcreate_(?:async_)?engine\\(\\s*(?<value>[^\\s)].*)", Pattern.DOTALL);

    /** The line before begins a condition. */
    private static final Pattern CONDITIONAL =
            Pattern.compile("\\n[ \\t]*(?:if|elif|else|try|except)\\b[^\\n]*:\\s*\\n[^\\n]*$");

    private final Ground ground;
    private final Project project;

    AlembicFiles(Ground ground, Project project) {
        this.ground = ground;
        this.project = project;
    }

    /** What the script sets whatever happens makes the file's value one that nobody uses. */
    Stream<Claim> claims() {
        Optional<RepoPath> script = scriptFile();
        boolean isOverridden =
                script.flatMap(ground::text).filter(AlembicFiles::isOverriding).isPresent();
        return Stream.concat(
                script.flatMap(this::script).stream(), (isOverridden ? Optional.<Claim>empty() : ini()).stream());
    }

    private static boolean isOverriding(String source) {
        Matcher set = SET.matcher(source);
        return set.find()
                && !CONDITIONAL.matcher(source.substring(0, set.start())).find();
    }

    private Optional<Claim> ini() {
        return ground.nearest(project, List.of(INI)).flatMap(file -> {
            IniText text = IniText.parse(ground.text(file).orElse(""));
            RepoPath folder = file.parent().orElse(RepoPath.TOP);
            Map<String, String> known =
                    Map.of("here", ground.top().resolve(folder.value()).toString());
            Filling filling = ground.filling();
            boolean isTold = text.section("alembic")
                    .filter(section -> section.containsKey(URL))
                    .isPresent();
            String address = text.interpolated("alembic", URL, known).orElse("");
            if (isTold && address.isEmpty()) {
                filling.miss("it leaves something to values that 'env.py' gives");
            }
            return isTold && !address.equals(TEMPLATE)
                    ? Optional.of(ground.claim(file, URL, filling, () -> address))
                    : Optional.empty();
        });
    }

    private Optional<RepoPath> scriptFile() {
        return project.folders().stream()
                .flatMap(folder -> Stream.of(folder.resolve("../env.py"), folder.resolve("env.py")))
                .flatMap(Optional::stream)
                .filter(ground::has)
                .findFirst();
    }

    private Optional<Claim> script(RepoPath file) {
        String source = ground.text(file).orElse("");
        return Stream.of(SET, CREATED)
                .map(pattern -> pattern.matcher(source))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> {
                    Filling filling = ground.filling();
                    PythonSettings settings = new PythonSettings(file, source, filling);
                    String address = settings.text(PythonText.read(String.valueOf(found.group("value"))));
                    return ground.claim(file, "the address", filling, () -> address, project.root());
                });
    }
}
