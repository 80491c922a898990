package org.vigie.exchange.fetch;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/// Gives one letter to a mail server, once, and says what the server answered.
///
/// The way is TLS whose certificate must be of that host, or it stays on this machine. A server
/// that offers no TLS is given nothing, and no more is said to it than that. It waits no longer
/// than it was told to, however slowly a server answers.
public final class MailPost implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MAX = 300;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /// A thread of this kind lets go of its connection when it is interrupted.
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    private final Duration patience;
    private final @Nullable SSLSocketFactory trusting;

    /// Trusts whom the Java platform trusts.
    ///
    /// @param patience how long one try may take
    public MailPost(Duration patience) {
        this(patience, null);
    }

    /// @param trusting whom to trust; null for whom the Java platform trusts
    public MailPost(Duration patience, @Nullable SSLSocketFactory trusting) {
        this.patience = patience;
        this.trusting = trusting;
    }

    /// One letter.
    ///
    /// @param id the same at each try, so that a repeat can be recognised
    /// @param language `en` or `fr`
    /// @param at the time of this try
    public record Letter(
            UUID id, MailAddress to, String subject, String text, String language, Instant at) {}

    /// Sends it.
    ///
    /// @return what the server answered, on one line
    /// @throws IOException when it did not take it: why, on one line, never with the password
    public String send(MailServer server, Letter letter) throws IOException {
        requireReachable(server);
        var coming = calls.submit(() -> deliver(server, letter));
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            var stopped = new InterruptedIOException("stopped while it waited for an answer");
            stopped.initCause(e);
            throw stopped;
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("no whole answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case MessagingException trouble -> throw new IOException(why(server, trouble), e);
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private static void requireReachable(MailServer server) throws IOException {
        boolean here = server.security() == MailServer.Security.PLAIN_LOOPBACK;
        for (var host : InetAddress.getAllByName(server.host())) {
            HookAddress.requireReachable(host);
            if (here && !host.isLoopbackAddress()) {
                throw new IOException("the host is not this machine: nothing goes in the clear");
            }
        }
    }

    private String deliver(MailServer server, Letter letter) throws MessagingException {
        var session = Session.getInstance(properties(server));
        var message = message(session, server, letter);
        try (var transport = (SMTPTransport) session.getTransport("smtp")) {
            if (server.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(server.user(), server.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
            return oneLine(transport.getLastServerResponse());
        }
    }

    private Properties properties(MailServer server) {
        var said = new Properties();
        said.setProperty("mail.smtp.host", server.host());
        said.setProperty("mail.smtp.port", Integer.toString(server.port()));
        said.setProperty("mail.smtp.from", server.from().text());
        // Not the name of this machine.
        said.setProperty("mail.smtp.localhost", server.from().domain());
        said.setProperty("mail.smtp.connectiontimeout", Integer.toString(CONNECT_MILLIS));
        said.setProperty("mail.smtp.timeout", Long.toString(patience.toMillis()));
        said.setProperty("mail.smtp.quitwait", "false");
        if (!server.user().isEmpty()) {
            said.setProperty("mail.smtp.auth", "true");
            said.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        }
        switch (server.security()) {
            case STARTTLS -> {
                said.setProperty("mail.smtp.starttls.enable", "true");
                said.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> said.setProperty("mail.smtp.ssl.enable", "true");
            case PLAIN_LOOPBACK -> {}
        }
        said.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        said.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        said.setProperty("mail.smtp.socketFactory.fallback", "false");
        if (trusting != null) {
            said.put("mail.smtp.ssl.socketFactory", trusting);
        }
        return said;
    }

    private static Message message(Session session, MailServer server, Letter letter)
            throws MessagingException {
        var message =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader(
                                "Message-ID",
                                "<vigie.%s@%s>".formatted(letter.id(), server.from().domain()));
                    }
                };
        message.setFrom(new InternetAddress(server.from().text(), true));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(letter.to().text(), true));
        message.setSubject(oneLine(letter.subject()), "UTF-8");
        message.setText(letter.text(), "UTF-8");
        message.setHeader("Date", DATE.format(letter.at()));
        message.setHeader("Content-Language", letter.language());
        // Nobody's answering machine is to answer (RFC 3834; the second is Microsoft's own).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.saveChanges();
        return message;
    }

    private static String why(MailServer server, MessagingException trouble) {
        if (trouble instanceof AuthenticationFailedException) {
            return oneLine(
                    "the server refuses the user or the password: " + text(trouble.getMessage()));
        }
        if (trouble instanceof MailConnectException) {
            return "nobody answers at " + server.host() + ":" + server.port();
        }
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return oneLine("no safe connection: " + text(cause.getMessage()));
            }
        }
        for (Exception one = trouble; one != null; one = next(one)) {
            if (one instanceof SMTPAddressFailedException
                    || one instanceof SMTPSenderFailedException
                    || one instanceof SMTPSendFailedException) {
                var refusal = oneLine(text(one.getMessage()));
                if (!(next(one) instanceof MessagingException)) {
                    return refusal;
                }
            }
        }
        return oneLine(text(trouble.getMessage()));
    }

    private static @Nullable Exception next(Exception one) {
        return one instanceof MessagingException trouble ? trouble.getNextException() : null;
    }

    private static String text(@Nullable String message) {
        return message == null ? "no reason given" : message;
    }

    /// What a server says is put on a line of ours, and in bounds.
    private static String oneLine(String text) {
        var plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}]+", " ").strip();
        return plain.substring(0, Math.min(ANSWER_MAX, plain.length()));
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}
