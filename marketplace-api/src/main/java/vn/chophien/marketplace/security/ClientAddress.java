package vn.chophien.marketplace.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import vn.chophien.marketplace.id.SecretToken;

/**
 * Where a request comes from, as far as those that passed it on can be believed; a controller's argument.
 *
 * @param value an IPv4 address, or the network of an IPv6 address, since a household has a whole one; empty for this
 *     machine and for proxies that name nobody
 */
public record ClientAddress(String value) {
    static final ClientAddress OURS = new ClientAddress("");
    private static final int NETWORK_BYTES = 8;

    static ClientAddress of(InetAddress address) {
        return new ClientAddress(
                address instanceof Inet6Address
                        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                        : address.getHostAddress());
    }

    public boolean isOurs() {
        return value.isEmpty();
    }

    /** For counting, where the address itself is nobody's business. */
    public String hashed() {
        return HexFormat.of().formatHex(new SecretToken(value).hash());
    }

    /** Addresses of people stay out of logs. */
    @Override
    public String toString() {
        return isOurs() ? "ClientAddress[ours]" : "ClientAddress[hidden]";
    }
}
