package vn.chophien.localstack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartChecksTests {
    @TempDir
    private Path folder;

    @Test
    void namesThePortInUseAndWhoNeedsIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var base = taken.getLocalPort() - 11;

            assertThatThrownBy(() -> StartChecks.requirePorts(base))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageStartingWith("Port %d, which Redis needs, is in use", taken.getLocalPort());
        }
    }

    @Test
    void saysHowMuchDiskIsMissing() {
        assertThatThrownBy(() -> StartChecks.requireDisk(folder.resolve("not/yet/there"), Long.MAX_VALUE))
                .isInstanceOf(LocalStackException.class)
                .hasMessageMatching("The disk of .* has [0-9.]+ GB free and the market needs [0-9.]+ GB: make room\\.");
        assertThatCode(() -> StartChecks.requireDisk(folder, 1)).doesNotThrowAnyException();
    }
}
