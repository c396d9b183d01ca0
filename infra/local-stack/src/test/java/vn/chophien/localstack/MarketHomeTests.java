package vn.chophien.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketHomeTests {
    @TempDir
    private Path checkout;

    @Test
    void keepsEachMarketInAFolderOfItsOwn() {
        var demo = home(new StartOptions.Market.Demo());
        var empty = home(new StartOptions.Market.Empty());
        var one = home(new StartOptions.Market.Folder(Path.of("/one/market")));
        var other = home(new StartOptions.Market.Folder(Path.of("/other/market")));

        assertThat(demo.folder()).isEqualTo(checkout.resolve(".data"));
        assertThat(java.util.Set.of(demo.folder(), empty.folder(), one.folder(), other.folder()))
                .hasSize(4);
    }

    @Test
    void makesASecretOnceAndHidesItFromOthers() throws IOException {
        var secret = home(new StartOptions.Market.Demo()).secret("token-secret");

        assertThat(Base64.getDecoder().decode(secret)).hasSizeGreaterThanOrEqualTo(32);
        assertThat(home(new StartOptions.Market.Demo()).secret("token-secret")).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(checkout.resolve(".data/secrets/token-secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void forgetsOnlyItsOwnMarketOnReset() throws IOException {
        var demo = home(new StartOptions.Market.Demo());
        var empty = home(new StartOptions.Market.Empty());
        var kept = empty.secret("token-secret");
        var lost = demo.secret("token-secret");
        Files.createDirectories(demo.engines().resolve("postgres/base"));

        demo.reset();

        assertThat(demo.engines().resolve("postgres")).doesNotExist();
        assertThat(demo.secret("token-secret")).isNotEqualTo(lost);
        assertThat(empty.secret("token-secret")).isEqualTo(kept);
    }

    @Test
    void keepsTheLogsOfTheStartBefore() throws IOException {
        var demo = home(new StartOptions.Market.Demo());
        var logs = Files.createDirectories(demo.folder().resolve("logs"));
        Files.writeString(logs.resolve("redis.log"), "first");
        demo.rotateLogs();
        Files.writeString(logs.resolve("redis.log"), "second");
        demo.rotateLogs();

        assertThat(logs.resolve("redis.log")).doesNotExist();
        assertThat(logs.resolve("redis.previous.log")).hasContent("second");
    }

    @Test
    void holdsTheLockUntilTheProcessEnds() throws IOException {
        var demo = home(new StartOptions.Market.Demo());
        demo.lock();

        try (var channel = FileChannel.open(demo.folder().resolve("market.lock"), StandardOpenOption.WRITE)) {
            assertThatThrownBy(channel::tryLock).isInstanceOf(OverlappingFileLockException.class);
        }
    }

    private MarketHome home(StartOptions.Market market) {
        return MarketHome.of(checkout, market);
    }
}
