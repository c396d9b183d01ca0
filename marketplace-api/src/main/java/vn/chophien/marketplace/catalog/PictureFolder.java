package vn.chophien.marketplace.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** The files of pictures, {@code <first two digits>/<id>/<width>.jpg}. Blocking: for the pictures' own threads only. */
final class PictureFolder {
    private final Path root;

    PictureFolder(Path root) {
        this.root = root;
    }

    boolean holds(String id) {
        return PictureWidth.PIXELS.stream().allMatch(width -> Files.exists(file(id, width)));
    }

    /** Each file appears whole or not at all, whoever else writes it at the same time. */
    void write(String id, Map<Integer, byte[]> renditions) throws IOException {
        var folder = Files.createDirectories(file(id, PictureWidth.LARGEST).getParent());
        for (var rendition : renditions.entrySet()) {
            var unfinished = Files.createTempFile(folder, "unfinished", ".jpg");
            Files.write(unfinished, rendition.getValue());
            Files.move(unfinished, file(id, rendition.getKey()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    Optional<byte[]> read(String id, int width) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(id, width)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    private Path file(String id, int width) {
        return root.resolve(id.substring(0, 2)).resolve(id).resolve(width + ".jpg");
    }
}
