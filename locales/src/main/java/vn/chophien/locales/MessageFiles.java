package vn.chophien.locales;

import java.io.IOException;
import java.io.Reader;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The files {@code vn/chophien/locales/<language>/<area>.properties} of the class path, in folders and in jars. */
final class MessageFiles {
    private static final String ROOT = "vn/chophien/locales/";

    private MessageFiles() {}

    static Map<Language, Map<String, String>> readAll(ClassLoader loader) {
        var all = new EnumMap<Language, Map<String, String>>(Language.class);
        for (var language : Language.values()) {
            all.put(language, read(loader, language));
        }
        return all;
    }

    private static Map<String, String> read(ClassLoader loader, Language language) {
        try {
            var texts = new TreeMap<String, String>();
            for (var folder : Collections.list(loader.getResources(ROOT + language.tag()))) {
                readFolder(folder, texts);
            }
            return texts;
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("Cannot read the messages in '%s'".formatted(language.tag()), unreadable);
        }
    }

    private static void readFolder(URL folder, Map<String, String> texts) throws IOException, URISyntaxException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            // A file system of our own: the shared one could be closed by somebody else while we read.
            try (var files =
                    FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                readFiles(files.getPath(jar.getEntryName()), texts);
            }
        } else {
            readFiles(Path.of(folder.toURI()), texts);
        }
    }

    private static void readFiles(Path folder, Map<String, String> texts) throws IOException {
        for (var file : propertiesFilesIn(folder)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                readFile(file, reader, texts);
            }
        }
    }

    private static List<Path> propertiesFilesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        }
    }

    private static void readFile(Path file, Reader reader, Map<String, String> texts) throws IOException {
        var properties = new UniqueProperties();
        properties.load(reader);
        for (var key : properties.stringPropertyNames()) {
            if (texts.putIfAbsent(key, properties.getProperty(key)) != null) {
                throw new IllegalStateException("Message '%s' of %s is also defined elsewhere".formatted(key, file));
            }
        }
    }

    /** {@link Properties} that refuse a key given twice in a file, where the plain ones keep the last. */
    private static final class UniqueProperties extends Properties {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new IllegalStateException("Message '%s' is defined twice in one file".formatted(key));
            }
            return super.put(key, value);
        }
    }
}
