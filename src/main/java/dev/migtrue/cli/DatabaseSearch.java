package dev.migtrue.cli;

import dev.migtrue.gather.address.AddressSearch;
import dev.migtrue.gather.address.Claim;
import dev.migtrue.gather.address.KnownSecrets;
import dev.migtrue.gather.address.Origin;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.DriverFolder;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Project;
import dev.migtrue.model.UsageException;
import dev.migtrue.report.Summary.Detail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** Opens the databases that projects and their surroundings say are theirs. Of what is said of one project, the first address counts. */
record DatabaseSearch(AddressSearch search, KnownSecrets secrets, DriverFolder drivers) {

    /** What is said of one or several projects alike. */
    private record Said(List<Claim> claims, Optional<Claim.Address> first, Claim chosen) {

        static Optional<Said> of(List<Claim> claims) {
            Optional<Claim.Address> first = claims.stream()
                    .flatMap(claim -> claim instanceof Claim.Address address
                            ? Optional.of(address).stream()
                            : Optional.<Claim.Address>empty().stream())
                    .findFirst();
            return claims.stream()
                    .findFirst()
                    .map(any ->
                            new Said(claims, first, first.<Claim>map(one -> one).orElse(any)));
        }

        /** What is the same for projects with one database. */
        Object key() {
            return first.<Object>map(address -> address.address().text()).orElse(chosen);
        }
    }

    /** The databases of these projects; a project of which nothing is said has none. */
    OpenDatabases of(List<Project> projects) {
        SequencedMap<Object, Said> said = new LinkedHashMap<>();
        SequencedMap<Object, SequencedSet<Project>> users = new LinkedHashMap<>();
        for (Project project : projects) {
            List<Claim> claims = search.claims(project);
            claims.forEach(this::refuse);
            Said.of(claims).ifPresent(one -> {
                said.putIfAbsent(one.key(), one);
                users.computeIfAbsent(one.key(), key -> new LinkedHashSet<>()).add(project);
            });
        }
        List<Database> opened = new ArrayList<>();
        List<AddressOrigin> origins = new ArrayList<>();
        said.forEach((key, one) -> {
            DatabaseName name = NamedDatabases.freeName(opened);
            Database database = open(name, one);
            opened.add(
                    new FoundDatabase(database, one.chosen().origin(), users.getOrDefault(key, new LinkedHashSet<>())));
            origins.add(new AddressOrigin(line(name, one), isSurprising(one) ? Detail.BRIEF : Detail.FULL));
        });
        return new OpenDatabases(opened, origins);
    }

    /** What the user said to us and cannot be used is misuse, whoever else says something. */
    private void refuse(Claim claim) {
        if (claim instanceof Claim.Unknown unknown && unknown.origin().authority() == Origin.Authority.USER) {
            throw new UsageException(unknown.reason());
        }
    }

    private Database open(DatabaseName name, Said said) {
        return switch (said.chosen()) {
            case Claim.Unknown unknown -> without(name, unknown.origin(), unknown.reason());
            case Claim.Address address -> open(name, address);
        };
    }

    private Database open(DatabaseName name, Claim.Address said) {
        secrets.add(said.address().secrets());
        try {
            DatabaseAddress address = said.address().parse();
            return new JdbiDatabase(name, address, Timeouts.DEFAULT, drivers);
        } catch (UsageException unusable) {
            if (said.origin().authority() == Origin.Authority.USER) {
                throw unusable;
            }
            return without(name, said.origin(), String.valueOf(unusable.getMessage()));
        }
    }

    private static Database without(DatabaseName name, Origin origin, String reason) {
        return new DatabaseWithoutAddress(name, Obstacle.NOT_ASKED, origin + ": " + reason);
    }

    /** Whether somebody may wonder how we came to look there. */
    private static boolean isSurprising(Said said) {
        return said.first()
                .filter(address -> address.origin().authority() == Origin.Authority.HINT)
                .isPresent();
    }

    private static String line(DatabaseName name, Said said) {
        String others = said.claims().stream()
                .filter(claim -> !claim.equals(said.chosen()))
                .map(DatabaseSearch::words)
                .collect(Collectors.joining(", "));
        String verb = said.first().isPresent() ? "is the one of" : "is not known:";
        return "database %s %s %s%s"
                .formatted(name, verb, words(said.chosen()), others.isEmpty() ? "" : "; not used: " + others);
    }

    private static String words(Claim claim) {
        return switch (claim) {
            case Claim.Address address -> address.origin().words();
            case Claim.Unknown unknown -> unknown.origin() + " (" + unknown.reason() + ")";
        };
    }
}
