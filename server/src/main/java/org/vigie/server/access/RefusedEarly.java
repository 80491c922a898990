package org.vigie.server.access;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What the container itself refuses, before [Gate] or any page is asked: an address with `%ZZ` or
/// `%00` in it, one of 9,000 letters. It says so in both languages, in our words, behind the same
/// headers as every page; and nothing about itself.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusedEarly implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String SENTENCE =
            "This address or this form cannot be taken: it is malformed or too long. Nothing was"
                    + " written. Begin again at /lite. / Cette adresse ou ce formulaire ne peut être"
                    + " pris : mal formé ou trop long. Rien n'a été écrit. Recommencez à /lite.\n";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new OurWords()));
    }

    /// The last word on an answer that says nothing yet.
    static final class OurWords extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            boolean silent =
                    response.getStatus() >= 400
                            && response.getContentWritten() == 0
                            && response.setErrorReported();
            if (!silent) {
                return;
            }
            try {
                Gate.protect(response);
                response.setContentType("text/plain");
                response.setCharacterEncoding("UTF-8");
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write(SENTENCE);
                    response.finishResponse();
                }
            } catch (IOException gone) {
                // Whoever asked has hung up; there is nobody left to tell.
                container.getLogger().debug("nobody reads the refusal", gone);
            }
        }
    }
}
