package org.vigie.server;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.vigie.record.MemoryLedger;

/// The server's head. The command `up` starts it by name, so that no other command loads Spring.
///
/// It listens on the loopback address unless it is told otherwise.
@SpringBootApplication(proxyBeanMethods = false)
public class VigieServer {

    /// Starts the server on ledgers in memory and returns when it answers. Every page says that
    /// nothing is kept.
    ///
    /// @param arguments Spring Boot's own, such as `--server.port=8080`
    public static void main(String[] arguments) {
        start(inMemory(InstantSource.system()), arguments);
    }

    /// Starts the server on this desk and returns when it answers. Closing the context stops it.
    ///
    /// @param arguments Spring Boot's own, such as `--server.port=8080`
    public static ConfigurableApplicationContext start(Desk desk, String... arguments) {
        var application = new SpringApplication(VigieServer.class);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("desk", desk));
        return application.run(arguments);
    }

    private static Desk inMemory(InstantSource clock) {
        var mission = new Mission("Vigie", Map.of(), "", true, ZoneOffset.UTC, "", List.of());
        return new Desk(
                new MemoryLedger(clock),
                new MemoryLedger(clock),
                mission,
                (text, limit) -> List.of(),
                exercise -> new Proof.Verdict.Absent(),
                clock,
                RandomGenerator.getDefault(),
                false);
    }
}
