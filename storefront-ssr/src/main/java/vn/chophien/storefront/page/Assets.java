package vn.chophien.storefront.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Styles, scripts, fonts and drawings from {@code assets/} on the class path, read once at start. Each is published under a
 * name that holds a hash of its content, so browsers keep it for ever; references between them ({@code url("…")} and
 * {@code from "…"}, relative to the file) are rewritten to those names, and text is compressed in advance.
 */
@Component
class Assets {

    private static final String ROOT = "assets/";
    private static final Pattern REFERENCE = Pattern.compile("(url\\(\"|from \"|import\\(\")(\\.{1,2}/[^\"?#]+)(\")");
    private static final Map<String, MediaType> TYPES = Map.of(
            "css", MediaType.parseMediaType("text/css;charset=UTF-8"),
            "js", MediaType.parseMediaType("text/javascript;charset=UTF-8"),
            "svg", MediaType.parseMediaType("image/svg+xml"),
            "woff2", MediaType.parseMediaType("font/woff2"),
            "png", MediaType.IMAGE_PNG,
            "txt", MediaType.parseMediaType("text/plain;charset=UTF-8"),
            "webmanifest", MediaType.parseMediaType("application/manifest+json"));
    private static final Set<String> COMPRESSED_ALREADY = Set.of("woff2", "png");
    private static final int HASH_DIGITS = 10;

    private final Map<String, String> publishedNames = new HashMap<>();
    private final Map<String, Asset> published = new HashMap<>();

    /** @param gzipped absent when compression does not pay */
    record Asset(MediaType type, byte[] plain, Optional<byte[]> gzipped) {}

    Assets() {
        var sources = readAll();
        for (var name : sources.keySet()) {
            publish(name, sources, new LinkedHashSet<>());
        }
    }

    String url(String name) {
        var publishedName = publishedNames.get(name);
        if (publishedName == null) {
            throw new IllegalArgumentException("No asset '" + name + "', there are " + publishedNames.keySet());
        }
        return "/" + ROOT + publishedName;
    }

    Optional<Asset> find(String publishedName) {
        return Optional.ofNullable(published.get(publishedName));
    }

    private String publish(String name, Map<String, byte[]> sources, Set<String> waiting) {
        var known = publishedNames.get(name);
        if (known != null) {
            return known;
        }
        var content = sources.get(name);
        if (content == null || !waiting.add(name)) {
            throw new IllegalStateException("Asset '" + name + "' is missing or refers to itself: " + waiting);
        }
        var ending = name.substring(name.lastIndexOf('.') + 1);
        var own = name.endsWith(".css") || (name.endsWith(".js") && !name.startsWith("vendor/"));
        var bytes = own ? withPublishedReferences(name, content, sources, waiting) : content;
        var publishedName = name.substring(0, name.length() - ending.length()) + hash(bytes) + "." + ending;
        var type = TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM);
        var gzipped = COMPRESSED_ALREADY.contains(ending) ? Optional.<byte[]>empty() : Optional.of(gzip(bytes));
        publishedNames.put(name, publishedName);
        published.put(publishedName, new Asset(type, bytes, gzipped));
        return publishedName;
    }

    private byte[] withPublishedReferences(
            String name, byte[] content, Map<String, byte[]> sources, Set<String> waiting) {
        var file = Path.of("/" + name);
        return REFERENCE
                .matcher(new String(content, StandardCharsets.UTF_8))
                .replaceAll(reference -> {
                    var target = file.resolveSibling(reference.group(2))
                            .normalize()
                            .toString()
                            .substring(1);
                    return reference.group(1) + "/" + ROOT + publish(target, sources, waiting) + reference.group(3);
                })
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> readAll() {
        var sources = new HashMap<String, byte[]>();
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/*.*")) {
                var url = resource.getURL().getPath();
                if (resource.isReadable() && !url.endsWith("/")) {
                    sources.put(
                            url.substring(url.lastIndexOf("/" + ROOT) + ROOT.length() + 1),
                            resource.getContentAsByteArray());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The assets cannot be read", unreadable);
        }
        return sources;
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 2);
        try (var gzip = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
