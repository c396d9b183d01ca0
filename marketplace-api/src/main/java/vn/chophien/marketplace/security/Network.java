package vn.chophien.marketplace.security;

import java.net.InetAddress;

/** Addresses that begin alike, such as {@code 10.0.0.0/8}. */
record Network(InetAddress address, int bits) {
    Network {
        if (bits < 0 || bits > address.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("A network of " + address + " has no " + bits + " bits");
        }
    }

    /** Reads an address or a network; looks nothing up. */
    static Network parse(String text) {
        var slash = text.indexOf('/');
        var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        return new Network(
                address,
                slash < 0 ? address.getAddress().length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress other) {
        var own = address.getAddress();
        var others = other.getAddress();
        if (own.length != others.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> bit % Byte.SIZE;
            if (((own[bit / Byte.SIZE] ^ others[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
