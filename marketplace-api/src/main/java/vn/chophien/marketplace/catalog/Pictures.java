package vn.chophien.marketplace.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The pictures of the market. A picture is known by the digest of the file it came from, so the same file is kept once, and
 * what an address shows never changes. Both are kept off the event loop: files on as many threads as there are
 * processors, decoding on one, since an upload may take a good part of the memory while it is unpacked.
 */
@Component
public class Pictures implements DisposableBean {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}");
    private static final int ID_BYTES = 20;
    private static final int MAX_WAITING = 10_000;

    private final DatabaseClient database;
    private final PictureFolder folder;
    private final Scheduler files;
    private final Scheduler darkroom;

    Pictures(DatabaseClient database, PictureSettings settings) {
        this.database = database;
        this.folder = new PictureFolder(Path.of(settings.directory()).toAbsolutePath());
        this.files = Schedulers.newBoundedElastic(
                Runtime.getRuntime().availableProcessors(), MAX_WAITING, "pictures", 60, true);
        this.darkroom = Schedulers.newBoundedElastic(1, MAX_WAITING, "darkroom", 60, true);
    }

    /**
     * Keeps a picture and answers its id.
     *
     * @return fails with {@link PictureProblem} when the file is no picture we take
     */
    public Mono<String> keep(byte[] file) {
        return Mono.fromCallable(() -> rendered(file))
                .subscribeOn(darkroom)
                .flatMap(picture -> database.sql("""
                        INSERT INTO picture (id, width, height) VALUES (:id, :width, :height) ON CONFLICT (id) DO NOTHING
                        """)
                        .bind("id", picture.id())
                        .bind("width", picture.width())
                        .bind("height", picture.height())
                        .then()
                        .thenReturn(picture.id()));
    }

    /** The JPEG file of a picture in one of the kept widths; empty when there is none. */
    Mono<byte[]> read(String id, int width) {
        if (!ID.matcher(id).matches() || !PictureWidth.isKept(width)) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> folder.read(id, width))
                .subscribeOn(files)
                .flatMap(Mono::justOrEmpty);
    }

    private Kept rendered(byte[] file) throws IOException {
        var id = idOf(file);
        var picture = PictureDecoder.decode(file);
        if (!folder.holds(id)) {
            folder.write(id, PictureRenditions.of(picture));
        }
        return new Kept(id, picture.getWidth(), picture.getHeight());
    }

    private static String idOf(byte[] file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(file);
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public void destroy() {
        files.dispose();
        darkroom.dispose();
    }

    private record Kept(String id, int width, int height) {}
}
