import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.module.ModuleFinder;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Lays out the self-contained application in {@code target/migtrue}: launcher, jars, native libraries, Java runtime,
 * class archive and licences.
 *
 * <p>Run from the project's folder by the JDK whose runtime is to be packaged, with the application's class path:
 * {@code java -cp … AssembleApplication.java}.
 */
final class AssembleApplication {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path APPLICATION = TARGET.resolve("migtrue");
    private static final Path LIBRARIES = APPLICATION.resolve("lib");
    private static final Path LAUNCHER = APPLICATION.resolve("bin/migtrue");
    private static final Path RUNTIME = APPLICATION.resolve("runtime");

    /**
     * What {@code jdeps} finds our jars to need, less flight recording and scripts. Of {@code java.desktop} they need
     * {@code java.beans}.
     */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.management",
            "java.naming",
            "java.security.jgss",
            "java.sql",
            "jdk.crypto.ec", // part of java.base since Java 22
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    /** What the class archive is made of, in place of the program: whatever classes it uses start faster from then on. */
    private static final String TRAINING = "dev.migtrue.cli.Training";

    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    private static final Pattern NATIVE_LIBRARY = Pattern.compile("(?:.*/)?([^/]+\\.(?:so|dylib|jnilib|dll))");

    public static void main(String... arguments) throws IOException, InterruptedException {
        delete(APPLICATION);
        Files.createDirectories(LIBRARIES);
        copyLauncher();
        copyLicences();
        copyJars();
        copyQuestion();
        copyVersion();
        linkRuntime();
        archiveClasses();
    }

    private static void copyLauncher() throws IOException {
        Files.createDirectories(LAUNCHER.getParent());
        Files.copy(Path.of("src/main/launcher/migtrue"), LAUNCHER);
        if (!LAUNCHER.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + LAUNCHER + " executable");
        }
    }

    /** Copies what the launcher asks git, marked with the build: what one build remembers of a repository means nothing to another. */
    private static void copyQuestion() throws IOException {
        byte[] jar = Files.readAllBytes(LIBRARIES.resolve("migtrue.jar"));
        String build = new BigInteger(1, sha256(jar)).toString(Character.MAX_RADIX);
        String question = Files.readString(Path.of("src/main/launcher/nothing-to-do.sh"));
        Files.writeString(LIBRARIES.resolve("nothing-to-do.sh"), question.replace("@build@", build));
    }

    /** Leaves for the launcher what {@code --version} says, as it says it. */
    private static void copyVersion() throws IOException {
        try (JarFile jar = new JarFile(LIBRARIES.resolve("migtrue.jar").toFile())) {
            String version = jar.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            Files.writeString(LIBRARIES.resolve("version"), "migtrue " + version + "\n");
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void copyLicences() throws IOException {
        Files.copy(Path.of("LICENSE"), APPLICATION.resolve("LICENSE"));
        Files.copy(TARGET.resolve("THIRD-PARTY.txt"), APPLICATION.resolve("THIRD-PARTY.txt"));
    }

    private static void copyJars() throws IOException {
        Files.copy(TARGET.resolve("migtrue.jar"), LIBRARIES.resolve("migtrue.jar"));
        Path picocli = compilePicocli();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                copyJar(Path.of(entry), picocli);
            }
        }
    }

    /**
     * Compiles picocli anew. Its released classes are in the format of Java 5, which no class archive takes in.
     *
     * @return the folder of its classes
     */
    private static Path compilePicocli() throws IOException {
        Path classes = TARGET.resolve("picocli/classes");
        List<String> command =
                new ArrayList<>(List.of("-d", classes.toString(), "--release", "21", "-proc:none", "-nowarn"));
        try (Stream<Path> files = Files.walk(TARGET.resolve("picocli/sources"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
        }
        run("javac", command);
        return classes;
    }

    /**
     * Copies a library without what would slow down its start: signatures, whose checked classes are never archived; the
     * sections of the manifest for single entries, which are parsed at every start; native libraries, of which those for
     * this machine are laid beside the jars. Classes found in {@code replacements} are taken from there.
     */
    private static void copyJar(Path jar, Path replacements) throws IOException {
        try (JarFile from = new JarFile(jar.toFile());
                JarOutputStream to = new JarOutputStream(Files.newOutputStream(LIBRARIES.resolve(jar.getFileName())))) {
            Manifest manifest = new Manifest(from.getManifest());
            manifest.getEntries().clear();
            for (JarEntry entry : (Iterable<JarEntry>) from.stream()::iterator) {
                String name = entry.getName();
                Matcher nativeLibrary = NATIVE_LIBRARY.matcher(name);
                if (entry.isDirectory() || SIGNATURE.matcher(name).matches()) {
                    continue;
                } else if (nativeLibrary.matches()) {
                    if (isForThisMachine(name)) {
                        Files.write(LIBRARIES.resolve(nativeLibrary.group(1)), read(from, entry));
                    }
                    continue;
                }
                JarEntry copy = new JarEntry(name);
                copy.setTimeLocal(entry.getTimeLocal());
                to.putNextEntry(copy);
                Path replacement = replacements.resolve(name);
                if (name.equals(JarFile.MANIFEST_NAME)) {
                    manifest.write(to);
                } else if (name.endsWith(".class") && Files.exists(replacement)) {
                    Files.copy(replacement, to);
                } else {
                    to.write(read(from, entry));
                }
            }
        }
    }

    private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
        try (var content = jar.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }

    /** Tells by the naming of sqlite-jdbc and of the tree-sitter binding, the two that have native parts. */
    private static boolean isForThisMachine(String nativeLibrary) {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "macos" : "linux-gnu";
        return nativeLibrary.startsWith("lib/" + processor + "-" + system + "-")
                || ("/" + nativeLibrary).startsWith(LibraryLoaderUtil.getNativeLibResourcePath() + "/");
    }

    /** Cuts a runtime out of the JDK that runs this. Of {@code java.desktop}, what draws and plays is left out. */
    private static void linkRuntime() throws IOException, InterruptedException {
        String modules = MODULES.stream()
                .filter(module -> ModuleFinder.ofSystem().find(module).isPresent())
                .collect(Collectors.joining(","));
        String options = "--strip-debug --no-header-files --no-man-pages --compress zip-6"
                + " --exclude-files /java.desktop/lib/** --add-modules " + modules + " --output";
        List<String> arguments = new ArrayList<>(List.of(options.split(" ")));
        arguments.add(RUNTIME.toString());
        run("jlink", arguments);
        // The runtime's own class archive, for when ours cannot be used; up to Java 24 ours builds upon it.
        start(new ProcessBuilder(RUNTIME.resolve("bin/java").toString(), "-Xshare:dump", "-XX:+UseSerialGC"));
    }

    /**
     * Runs the application once, so that the JVM writes down the classes it loaded, and gives jar and archive the same time
     * stamp, by which the launcher knows that they belong together. Its seconds are even, as zip files know no others.
     */
    private static void archiveClasses() throws IOException, InterruptedException {
        FileTime now = FileTime.fromMillis(System.currentTimeMillis() / 2000 * 2000);
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setLastModifiedTime(file, now);
            }
        }
        boolean hasAheadOfTimeCache = Runtime.version().feature() >= 25;
        Path archive = LIBRARIES.resolve(hasAheadOfTimeCache ? "migtrue.aot" : "migtrue.jsa");
        ProcessBuilder training = new ProcessBuilder(LAUNCHER.toString()).directory(LIBRARIES.toFile());
        // Relative paths, as options are split at blanks and the project's own path may have some. Java takes the first
        // main class that it is given; the one that the launcher names becomes an argument.
        // What was compiled in training is left out: compiling all of it again at every start takes longer than it
        // saves.
        String option = hasAheadOfTimeCache
                ? "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput="
                : "-XX:ArchiveClassesAtExit=";
        String program = " -cp migtrue.jar " + TRAINING;
        training.environment().put("MIGTRUE_JAVA_OPTS", option + archive.getFileName() + program);
        String printed = start(training);
        if (Files.notExists(archive)) {
            throw new IllegalStateException(TRAINING + " left no class archive:\n" + printed);
        }
        Files.setLastModifiedTime(archive, now);
    }

    /** Starts a program and waits for its end; what it prints is shown only if it fails. */
    private static String start(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    program.command() + " failed with exit code " + process.exitValue() + ":\n" + printed);
        }
        return printed;
    }

    /** Runs a tool of the JDK; what it prints is shown only if it fails. */
    private static void run(String tool, List<String> arguments) {
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments.toArray(String[]::new));
        if (exitCode != 0) {
            throw new IllegalStateException(tool + " failed:\n" + printed.toString(StandardCharsets.UTF_8));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> deepestFirst;
            try (Stream<Path> files = Files.walk(folder)) {
                deepestFirst = files.sorted((a, b) -> b.compareTo(a)).toList();
            }
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
