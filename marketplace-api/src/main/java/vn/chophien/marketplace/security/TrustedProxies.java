package vn.chophien.marketplace.security;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Tells clients apart behind proxies: each adds whom it heard a request from, and only ours are believed. */
@Component
public class TrustedProxies {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<Network> trusted;

    TrustedProxies(ClientLimitSettings settings) {
        this.trusted = settings.trustedProxies().stream()
                .map(String::strip)
                .map(Network::parse)
                .toList();
    }

    /** The nearest address that is none of ours. */
    public ClientAddress clientOf(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        if (remote == null || remote.getAddress() == null) {
            return ClientAddress.OURS;
        }
        var hops = new ArrayList<String>();
        request.getHeaders().getOrEmpty(FORWARDED_FOR).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .forEach(hops::addFirst);
        var next = Optional.of(remote.getAddress());
        for (var hop : hops) {
            if (next.isEmpty() || !isTrusted(next.get())) {
                break;
            }
            next = parsed(hop);
        }
        return next.filter(address -> !isTrusted(address))
                .map(ClientAddress::of)
                .orElse(ClientAddress.OURS);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static Optional<InetAddress> parsed(String hop) {
        try {
            return Optional.of(InetAddress.ofLiteral(hop));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
