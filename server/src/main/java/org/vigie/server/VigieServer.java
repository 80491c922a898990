package org.vigie.server;

import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.vigie.server.access.Access;
import org.vigie.server.intake.Intake;
import org.vigie.server.live.Pulse;
import org.vigie.server.live.Watches;
import org.vigie.server.picture.Desk;

/// The server's head. The command `up` starts it by name, so that no other command loads Spring.
///
/// It listens on the loopback address unless it is told otherwise.
@SpringBootApplication(proxyBeanMethods = false)
public class VigieServer {

    /// Starts the server on its data folder or database and returns when it answers; see
    /// [Settings].
    ///
    /// @throws IOException says in one sentence why it cannot start
    public static void main(String[] arguments) throws IOException {
        Launch.run(arguments);
    }

    /// Starts the server on this desk and returns when it answers. Closing the context stops it.
    ///
    /// @param intake through which files come in
    /// @param arguments Spring Boot's own, such as `--server.port=8080`
    public static ConfigurableApplicationContext start(
            Desk desk, Intake intake, String... arguments) {
        return start(desk, intake, Access.none(desk.clock()), arguments);
    }

    /// The same, with accounts.
    public static ConfigurableApplicationContext start(
            Desk desk, Intake intake, Access access, String... arguments) {
        var application = new SpringApplication(VigieServer.class);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("desk", desk);
            context.getBeanFactory().registerSingleton("intake", intake);
            var watches = new Watches();
            context.getBeanFactory().registerSingleton("watches", watches);
            context.getBeanFactory().registerSingleton("pulse", new Pulse(desk, watches));
            context.getBeanFactory().registerSingleton("access", access);
        });
        return application.run(arguments);
    }
}
