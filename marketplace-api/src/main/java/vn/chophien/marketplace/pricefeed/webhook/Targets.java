package vn.chophien.marketplace.pricefeed.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Decides where webhooks may point: to the public Internet, encrypted, by name. Otherwise anybody with an account could
 * make this server ask for what only it can reach. A name is judged again by what it resolves to at each attempt.
 */
@Component
class Targets {
    private static final int LONGEST = 500;
    private static final Pattern NAME = Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z][a-z0-9-]*[a-z0-9]");

    private final WebhookSettings settings;

    Targets(WebhookSettings settings) {
        this.settings = settings;
    }

    boolean mayBeRegistered(String url) {
        try {
            var uri = new URI(url);
            if (url.length() > LONGEST
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getFragment() != null) {
                return false;
            }
            if (settings.privateTargets()) {
                return "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            }
            return "https".equals(uri.getScheme())
                    && (uri.getPort() == -1 || uri.getPort() == 443)
                    && NAME.matcher(uri.getHost()).matches();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** Those of the addresses of a name that may be connected to. */
    List<? extends SocketAddress> permitted(List<? extends SocketAddress> addresses) {
        return settings.privateTargets()
                ? addresses
                : addresses.stream()
                        .filter(address -> address instanceof InetSocketAddress internet
                                && internet.getAddress() != null
                                && isPublic(internet.getAddress()))
                        .toList();
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return address instanceof Inet4Address ? isPublic4(first, second, bytes[2] & 0xff) : isPublic6(bytes);
    }

    private static boolean isPublic4(int first, int second, int third) {
        var shared = first == 100 && (second & 0xc0) == 64;
        var assignments = first == 192 && second == 0 && third == 0;
        var benchmarks = first == 198 && (second & 0xfe) == 18;
        return first != 0 && first < 240 && !shared && !assignments && !benchmarks;
    }

    /** Only global unicast, and of that none that stands for an IPv4 address or for documentation. */
    private static boolean isPublic6(byte[] bytes) {
        int beginning = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int next = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        var global = (beginning & 0xe000) == 0x2000;
        var teredo = beginning == 0x2001 && next == 0;
        var documentation = beginning == 0x2001 && next == 0x0db8;
        return global && beginning != 0x2002 && !teredo && !documentation;
    }
}
