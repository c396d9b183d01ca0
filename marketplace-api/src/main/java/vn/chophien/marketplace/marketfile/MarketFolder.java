package vn.chophien.marketplace.marketfile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A folder with the files of a market, on disk or inside the application. Blocking. */
final class MarketFolder {
    static final String DEMO = "classpath:market/demo";

    private static final int BYTE_ORDER_MARK = '\uFEFF';
    private static final String CLASSPATH = "classpath:";

    private final String location;

    MarketFolder(String location) {
        this.location = location;
    }

    String location() {
        return location;
    }

    boolean isDemo() {
        return location.equals(DEMO);
    }

    /** The text of a file, without the mark that spreadsheets put before it; nothing when the market has no such file. */
    Optional<BufferedReader> open(String file) throws IOException {
        var resource = resource(file);
        if (!resource.exists()) {
            return Optional.empty();
        }
        var reader = new BufferedReader(new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return Optional.of(reader);
    }

    private Resource resource(String file) {
        return location.startsWith(CLASSPATH)
                ? new DefaultResourceLoader().getResource(location + "/" + file)
                : new FileSystemResource(location + "/" + file);
    }
}
