package dev.migtrue.gather.address;

import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The data source in Prisma's schema. Migrations go to {@code directUrl} where there is one. */
final class PrismaFile {

    private static final Pattern SOURCE = Pattern.compile("(?ms)^\\s*datasource\\s+\\w+\\s*\\{(?<body>.*?)^\\s*}");
    private static final Pattern URL =
            Pattern.compile("(?m)^\\s*(directUrl|url)\\s*=\\s*(?:env\\(\\s*\"([^\"]+)\"\\s*\\)|\"([^\"]*)\")");

    private final Ground ground;
    private final Project project;

    PrismaFile(Ground ground, Project project) {
        this.ground = ground;
        this.project = project;
    }

    Stream<Claim> claims() {
        return ground.nearest(project, List.of("schema.prisma", "prisma/schema.prisma")).stream()
                .flatMap(this::claims);
    }

    private Stream<Claim> claims(RepoPath file) {
        List<MatchResult> urls = SOURCE.matcher(ground.text(file).orElse(""))
                .results()
                .flatMap(source -> URL.matcher(source.group(1)).results())
                .toList();
        return Stream.of("directUrl", "url")
                .flatMap(key -> urls.stream().filter(url -> url.group(1).equals(key)))
                .map(url -> {
                    Filling filling = ground.filling();
                    String address = Optional.ofNullable(url.group(2))
                            .map(name -> filling.variable(name, Optional.empty()))
                            .or(() -> Optional.ofNullable(url.group(3)))
                            .orElse("");
                    return ground.claim(file, url.group(1), filling, () -> address);
                });
    }
}
