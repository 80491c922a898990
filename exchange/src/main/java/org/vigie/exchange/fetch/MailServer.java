package org.vigie.exchange.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.geo.BadInput;

/// The mail server by which a mission sends, and in whose name.
///
/// @param host name or address of the server
/// @param user empty where nobody signs in
/// @param password of that user; empty without one
/// @param from whose address stands as sender, and gets what cannot be delivered
/// @param link of the mission's own page, `https://…`; empty for none
public record MailServer(
        String host,
        int port,
        Security security,
        String user,
        String password,
        MailAddress from,
        String link) {

    private static final int TEXT_MAX = 250;
    private static final int PORT_MAX = 65_535;

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "::1");

    /// Without characters that end a line of the protocol or of a page.
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}]*");

    private static final Pattern LINK = Pattern.compile("[!-~&&[^\"<>\\\\^`{|}?#]]*");

    /// How the way to the server is protected.
    public enum Security {
        /// It begins in the clear and must turn into TLS before anything is said.
        STARTTLS,
        /// TLS from the first byte.
        TLS,
        /// In the clear, to this machine alone.
        PLAIN_LOOPBACK;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Security ofCode(String code) {
            return Arrays.stream(values())
                    .filter(security -> security.code().equals(code))
                    .findFirst()
                    .orElseThrow(() ->
                            new BadInput(
                                    "security",
                                    code,
                                    Arrays.stream(values())
                                            .map(Security::code)
                                            .collect(Collectors.joining(", "))));
        }
    }

    public MailServer {
        if (host.length() > TEXT_MAX
                || !(HOST.matcher(host).matches() || IPV6.matcher(host).matches())) {
            throw new BadInput("host", host, "the name or the address of a mail server");
        }
        if (port < 1 || port > PORT_MAX) {
            throw new BadInput(
                    "port", port, "1 to 65535; mostly 587 with --starttls, 465 with --tls");
        }
        if (security == Security.PLAIN_LOOPBACK && !HERE.contains(host)) {
            throw new BadInput(
                    "host",
                    host,
                    "127.0.0.1, localhost or ::1 with --plain-loopback: to another machine nothing goes in the clear");
        }
        requirePlain("user", user);
        requirePlain("password", password);
        if (user.isEmpty() && !password.isEmpty()) {
            throw new BadInput("user", null, "given with a password");
        }
        if (!user.isEmpty() && password.isEmpty()) {
            throw new BadInput(
                    "password", null, "given with --user, on standard input or by --password-file");
        }
        requireLink(link);
    }

    private static void requirePlain(String field, String text) {
        if (text.length() > TEXT_MAX || !PLAIN.matcher(text).matches()) {
            throw new BadInput(
                    field, "(not shown)", "one line of at most " + TEXT_MAX + " letters, no tabs");
        }
    }

    private static void requireLink(String link) {
        if (link.isEmpty()) {
            return;
        }
        var allowed =
                "https://host/path of the mission's own page; no name, password, ? or # in it";
        try {
            var address = new URI(link);
            if (!"https".equals(address.getScheme())
                    || address.getHost() == null
                    || address.getUserInfo() != null
                    || link.length() > TEXT_MAX
                    || !LINK.matcher(link).matches()) {
                throw new BadInput("link", link, allowed);
            }
        } catch (URISyntaxException e) {
            throw new BadInput("link", link, allowed, e);
        }
    }

    /// As it is written down.
    public SortedMap<String, String> said() {
        var said = new TreeMap<String, String>();
        said.put("host", host);
        said.put("port", Integer.toString(port));
        said.put("security", security.code());
        said.put("user", user);
        said.put("password", password);
        said.put("from", from.text());
        said.put("link", link);
        return said;
    }

    /// As it was written down.
    public static MailServer of(Map<String, String> said) {
        return new MailServer(
                said.getOrDefault("host", ""),
                port(said.getOrDefault("port", "")),
                Security.ofCode(said.getOrDefault("security", "")),
                said.getOrDefault("user", ""),
                said.getOrDefault("password", ""),
                MailAddress.parse("from", said.getOrDefault("from", "")),
                said.getOrDefault("link", ""));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text, 10);
        } catch (NumberFormatException e) {
            throw new BadInput("port", text, "1 to 65535", e);
        }
    }

    /// Without the password: records print themselves into logs.
    @Override
    public String toString() {
        return host + ":" + port + " " + security.code();
    }
}
