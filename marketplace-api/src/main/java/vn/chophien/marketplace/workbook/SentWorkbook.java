package vn.chophien.marketplace.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** A workbook (XLSX) that somebody sent: whatever is wrong with it, it is one failure to the reader. */
public final class SentWorkbook {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final int BUFFER = 8192;

    private SentWorkbook() {}

    /** What is taken from a workbook; its cells come with their formats. */
    public interface Reading<T> {
        T from(ReadableWorkbook workbook) throws IOException;
    }

    /** Whether these bytes begin as those of a workbook do. */
    public static boolean isOne(byte[] bytes) {
        return bytes.length >= ZIP.length && Arrays.equals(bytes, 0, ZIP.length, ZIP, 0, ZIP.length);
    }

    /**
     * @param mostUnpacked bytes; a small file may unpack to an enormous one, which is refused before any of it is read
     * @throws IOException for that, and for what is no workbook after all
     */
    public static <T> T read(byte[] bytes, long mostUnpacked, Reading<T> reading) throws IOException {
        try {
            refuseMonsters(bytes, mostUnpacked);
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS)) {
                return reading.from(workbook);
            }
        } catch (UncheckedIOException | ExcelReaderException | IllegalArgumentException unreadable) {
            throw new IOException("Not a workbook that can be read", unreadable);
        }
    }

    /** What a file says of its own size is not believed. */
    private static void refuseMonsters(byte[] bytes, long mostUnpacked) throws IOException {
        var left = mostUnpacked;
        var buffer = new byte[BUFFER];
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var packed = zip.getInputStream(entry)) {
                    for (var read = packed.read(buffer); read >= 0; read = packed.read(buffer)) {
                        left -= read;
                        if (left < 0) {
                            throw new IOException("More than " + mostUnpacked + " bytes unpacked");
                        }
                    }
                }
            }
        }
    }
}
