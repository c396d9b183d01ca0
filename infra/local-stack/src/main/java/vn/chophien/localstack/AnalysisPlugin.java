package vn.chophien.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * The Vietnamese analysis of this build as an Elasticsearch stable plugin. Maven hands it over as a jar or, before the package
 * phase, as a folder of classes; Elasticsearch wants a jar with the descriptor and the list of components beside it.
 */
final class AnalysisPlugin {
    private static final String NAME = "vietnamese-analysis";
    private static final String DESCRIPTOR = "stable-plugin-descriptor.properties";
    private static final List<String> BESIDE_THE_JAR = List.of(DESCRIPTOR, "named_components.json");

    private final Path built;

    private AnalysisPlugin(Path built) {
        this.built = built;
    }

    static AnalysisPlugin ofThisBuild() {
        var descriptor = AnalysisPlugin.class.getClassLoader().getResource(DESCRIPTOR);
        if (descriptor == null) {
            throw new LocalStackException(
                    "Elasticsearch's Vietnamese analysis is missing: " + DESCRIPTOR + " is not on the class path.");
        }
        try {
            var location = descriptor.toURI();
            var opaque = location.getSchemeSpecificPart();
            var root = "jar".equals(location.getScheme())
                    ? Path.of(new java.net.URI(opaque.substring(0, opaque.indexOf('!'))))
                    : Folders.parent(Path.of(location));
            return new AnalysisPlugin(root);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes whenever the plugin's content does. */
    String fingerprint() {
        return read(root -> {
            var digest = sha256();
            for (var file : filesIn(root)) {
                digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        });
    }

    void installInto(Path plugins) {
        var home = Folders.create(plugins.resolve(NAME));
        read(root -> {
            for (var name : BESIDE_THE_JAR) {
                Files.copy(root.resolve(name), home.resolve(name));
            }
            try (var jar = new JarOutputStream(Files.newOutputStream(home.resolve(NAME + ".jar")))) {
                for (var file : filesIn(root)) {
                    jar.putNextEntry(new ZipEntry(root.relativize(file).toString()));
                    Files.copy(file, jar);
                    jar.closeEntry();
                }
            }
            return home;
        });
    }

    private <T> T read(Reading<T> reading) {
        try {
            if (Files.isDirectory(built)) {
                return reading.from(built);
            }
            try (var jar = FileSystems.newFileSystem(built)) {
                return reading.from(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reading<T> {
        T from(Path root) throws IOException;
    }
}
