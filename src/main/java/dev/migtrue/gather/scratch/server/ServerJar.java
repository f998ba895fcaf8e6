package dev.migtrue.gather.scratch.server;

import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar with the programs of a server inside, as they are made for tests: as files, or in one archive that only {@code tar} can open. */
record ServerJar(Path jar) {

    private static final Set<String> FOLDERS_OF_PROGRAMS = Set.of("bin", "sbin", "libexec", "scripts");

    /** Unpacks it, and returns the folder that holds {@code bin}. */
    Path unpack(Path folder) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    unpack(zip, entry, folder);
                }
            }
            return home(folder);
        } catch (IOException problem) {
            throw new Failure(
                    "cannot unpack %s: %s".formatted(jar, problem.getMessage()),
                    "name the folder of a server that is unpacked",
                    problem);
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("it holds a file outside itself: " + entry.getName());
        }
        Path parent = target.resolveSibling(".").normalize();
        Files.createDirectories(parent);
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
        }
        if (FOLDERS_OF_PROGRAMS.contains(String.valueOf(parent.getFileName()))
                && !target.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + target + " a program");
        }
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".txz") || name.endsWith(".tar.xz")) {
            BoundProcess.run("tar", List.of("tar", "-xJf", target.toString(), "-C", folder.toString()));
        }
    }

    private Path home(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> each.endsWith("bin") && Files.isDirectory(each))
                    .findFirst()
                    .map(Path::getParent)
                    .orElseThrow(() -> new UsageException("--scratch-server: no programs in " + jar));
        }
    }
}
