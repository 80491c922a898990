package org.vigie.exchange.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.vigie.exchange.fetch.MailServer.Security;

/// Letters to a mail server on this machine.
@SuppressWarnings("NullAway.Init")
class MailPostTest {

    private static final Instant AT = Instant.parse("2026-03-15T05:30:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String STORE_WORD = "changeit";

    @TempDir private Path folder;

    private final List<String> letters = new CopyOnWriteArrayList<>();
    private SMTPServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    private void start(UnaryOperator<SMTPServer.Builder> more) {
        server =
                more.apply(
                                new SMTPServer.Builder()
                                        .bindAddress(InetAddress.getLoopbackAddress())
                                        .port(0)
                                        .messageHandler(
                                                (context, from, to, data) -> take(from, to, data)))
                        .build();
        server.start();
    }

    private void take(String from, String to, byte[] data) throws RejectException {
        if (to.startsWith("nobody@")) {
            throw new RejectException(550, "5.1.1 no such person here");
        }
        letters.add(from + " > " + to + "\n" + new String(data, StandardCharsets.UTF_8));
    }

    private MailServer at(Security security, String user, String password) {
        return at(server.getPortAllocated(), security, user, password);
    }

    private static MailServer at(int port, Security security, String user, String password) {
        return new MailServer(
                "localhost",
                port,
                security,
                user,
                password,
                new MailAddress("vigie@mission.example.org"),
                "");
    }

    private static MailPost.Letter letter(String to) {
        return new MailPost.Letter(
                ID,
                new MailAddress(to),
                "Vigie: alerte prise à temps",
                "Bonsoir à tous\n",
                "fr",
                AT);
    }

    private static String send(MailServer server, String to) throws IOException {
        try (var post = new MailPost(PATIENCE)) {
            return post.send(server, letter(to));
        }
    }

    private static String refusal(MailServer server, String to) {
        return String.valueOf(assertThrows(IOException.class, () -> send(server, to)).getMessage());
    }

    /// A key for a host, by which a server proves who it is, and who trusts it.
    private SSLContext certified(String host) throws IOException, GeneralSecurityException {
        var file = folder.resolve(host + ".p12");
        var made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "mail",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + host,
                                "-ext",
                                "san=dns:" + host,
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                STORE_WORD)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertTrue(made.waitFor(120, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        var store = KeyStore.getInstance("PKCS12");
        try (var bytes = Files.newInputStream(file)) {
            store.load(bytes, STORE_WORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, STORE_WORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void a_letter_arrives_with_the_headers_by_which_machines_know_it() throws IOException {
        start(builder -> builder);
        var answer = send(at(Security.PLAIN_LOOPBACK, "", ""), "duty@mission.example.org");
        assertTrue(answer.startsWith("250"), answer);
        assertEquals(1, letters.size());
        var letter = letters.getFirst().replace("\r", "");
        for (var line :
                List.of(
                        "vigie@mission.example.org > duty@mission.example.org",
                        "Date: Sun, 15 Mar 2026 05:30:00 +0000",
                        "From: vigie@mission.example.org",
                        "To: duty@mission.example.org",
                        "Message-ID: <vigie." + ID + "@mission.example.org>",
                        "Subject: =?UTF-8?Q?Vigie:_alerte_prise_=C3=A0_temps?=",
                        "Auto-Submitted: auto-generated",
                        "Content-Language: fr",
                        "Bonsoir =C3=A0 tous")) {
            assertTrue(letter.contains(line + "\n"), () -> line + " is not in\n" + letter);
        }
    }

    @Test
    void nothing_is_said_to_a_server_that_offers_no_safe_way() {
        start(builder -> builder);
        var why = refusal(at(Security.STARTTLS, "duty", "secret"), "duty@mission.example.org");
        assertTrue(why.contains("STARTTLS"), why);
        assertEquals(List.of(), letters);
    }

    @Test
    void the_way_is_tls_whose_certificate_is_of_that_host()
            throws IOException, GeneralSecurityException {
        var context = certified("localhost");
        start(builder -> builder.enableTLS().requireTLS().startTlsSocketFactory(context));
        var untrusted = refusal(at(Security.STARTTLS, "", ""), "duty@mission.example.org");
        assertTrue(untrusted.startsWith("no safe connection"), untrusted);
        try (var post = new MailPost(PATIENCE, context.getSocketFactory())) {
            var answer =
                    post.send(at(Security.STARTTLS, "", ""), letter("duty@mission.example.org"));
            assertTrue(answer.startsWith("250"), answer);
        }
        assertEquals(1, letters.size());
    }

    @Test
    void a_certificate_of_another_host_is_refused() throws IOException, GeneralSecurityException {
        var context = certified("mail.example.org");
        start(builder -> builder.enableTLS().startTlsSocketFactory(context));
        try (var post = new MailPost(PATIENCE, context.getSocketFactory())) {
            var refused =
                    assertThrows(
                            IOException.class,
                            () ->
                                    post.send(
                                            at(Security.STARTTLS, "", ""),
                                            letter("duty@mission.example.org")));
            assertTrue(
                    String.valueOf(refused.getMessage()).startsWith("no safe connection"),
                    refused::getMessage);
        }
        assertEquals(List.of(), letters);
    }

    @Test
    void a_wrong_password_is_said_and_not_shown() throws IOException {
        start(builder ->
                builder.requireAuth()
                        .authenticationHandlerFactory(
                                new EasyAuthenticationHandlerFactory((user, password, context) -> {
                                    if (!password.equals("right")) {
                                        throw new LoginFailedException();
                                    }
                                })));
        var why =
                refusal(
                        at(Security.PLAIN_LOOPBACK, "duty", "wr0ng-one"),
                        "duty@mission.example.org");
        assertTrue(why.startsWith("the server refuses the user or the password: 535"), why);
        assertFalse(why.contains("wr0ng-one"), why);
        assertEquals(List.of(), letters);
        send(at(Security.PLAIN_LOOPBACK, "duty", "right"), "duty@mission.example.org");
        assertEquals(1, letters.size());
    }

    @Test
    void what_a_server_refuses_it_says_in_its_own_words() {
        start(builder -> builder);
        assertEquals(
                "550 5.1.1 no such person here",
                refusal(at(Security.PLAIN_LOOPBACK, "", ""), "nobody@mission.example.org"));
    }

    @Test
    void a_server_that_is_not_there_is_said() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertEquals(
                "nobody answers at localhost:" + free,
                refusal(at(free, Security.PLAIN_LOOPBACK, "", ""), "duty@mission.example.org"));
    }

    /// Each byte of it is in time, and the whole never comes.
    @Test
    void a_server_that_answers_letter_by_letter_is_not_waited_for() throws IOException {
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var post = new MailPost(Duration.ofMillis(1500))) {
            var slow = Thread.ofVirtual().start(() -> drip(socket));
            var began = System.nanoTime();
            var refused =
                    assertThrows(
                            IOException.class,
                            () ->
                                    post.send(
                                            at(
                                                    socket.getLocalPort(),
                                                    Security.PLAIN_LOOPBACK,
                                                    "",
                                                    ""),
                                            letter("duty@mission.example.org")));
            assertEquals("no whole answer within 1500 ms", refused.getMessage());
            assertTrue(
                    Duration.ofNanos(System.nanoTime() - began).compareTo(PATIENCE) < 0,
                    "no longer than it was told to");
            slow.interrupt();
        }
    }

    private static void drip(ServerSocket socket) {
        try (var caller = socket.accept()) {
            for (int i = 0; i < 1000; i++) {
                caller.getOutputStream().write(i == 0 ? '2' : '-');
                caller.getOutputStream().flush();
                Thread.sleep(200);
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
