package org.vigie.exchange.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// Where a webhook may lead: to `https` anywhere, or to `http` on this machine itself.
///
/// What it guards against: an address that makes the server talk to the machine's own neighbourhood
/// by link-local addresses (where clouds answer with their keys), to several at once or to nobody;
/// a redirection, which is never followed; a name and password within the address.
///
/// What it does not: a host of the same private network may be told on purpose, since missions have
/// such servers; and a name that leads elsewhere between the look and the call gets the call. It
/// gets nothing but what it could be sent anyway, and its answer is shown to nobody.
public final class HookAddress {

    private static final int LENGTH_MAX = 500;

    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private HookAddress() {}

    /// The address, as far as it can be judged by its letters.
    public static URI parse(String text) {
        try {
            var address = new URI(text);
            var host = address.getHost();
            boolean plain =
                    host != null
                            && address.getUserInfo() == null
                            && address.getFragment() == null
                            && text.length() <= LENGTH_MAX;
            boolean safe =
                    "https".equals(address.getScheme())
                            || ("http".equals(address.getScheme())
                                    && host != null
                                    && HERE.contains(host));
            if (plain && safe) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw refused(e);
        }
        throw refused(null);
    }

    /// Without the address: it may hold a key.
    private static BadInput refused(@Nullable Exception cause) {
        var allowed =
                "https://host/path, or http:// on this machine (127.0.0.1, localhost, [::1]); no name, password or #";
        return cause == null
                ? new BadInput("url", null, allowed)
                : new BadInput("url", null, allowed, cause);
    }

    /// Refuses a host that no webhook is for.
    ///
    /// @throws IOException also when nobody knows the host
    static void requireReachable(URI address) throws IOException {
        for (var host : InetAddress.getAllByName(address.getHost())) {
            requireReachable(host);
        }
    }

    /// Refuses an address that nothing is to be sent to.
    static void requireReachable(InetAddress host) throws IOException {
        if (host.isLinkLocalAddress() || host.isMulticastAddress() || host.isAnyLocalAddress()) {
            throw new IOException("the host's address is link-local, multicast or none");
        }
    }
}
