package vn.chophien.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The Vietnamese analysis of this build, laid out by its module the way Elasticsearch wants a plugin. */
record AnalysisPlugin(Path folder) {
    static AnalysisPlugin of(Path checkout) {
        var folder = checkout.resolve("search-indexer/vietnamese-analysis/target/plugin/vietnamese-analysis");
        if (!Files.exists(folder.resolve("stable-plugin-descriptor.properties"))) {
            throw new LocalStackException(
                    "Elasticsearch's Vietnamese analysis is missing: there is no plugin in %s; run".formatted(folder)
                            + " ./mvnw -pl infra/local-stack -am process-classes.");
        }
        return new AnalysisPlugin(folder);
    }

    /** Changes whenever the plugin's content does. */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files()) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void installInto(Path plugins) throws IOException {
        var home = Folders.create(plugins.resolve(folder.getFileName()));
        for (var file : files()) {
            Files.copy(file, home.resolve(file.getFileName()));
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
