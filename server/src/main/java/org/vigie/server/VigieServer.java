package org.vigie.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The server's head. The command `up` starts it by name, so that no other command loads Spring.
///
/// It listens on the loopback address unless it is told otherwise.
@SpringBootApplication(proxyBeanMethods = false)
public class VigieServer {

    /// Starts the server and returns when it answers.
    ///
    /// @param arguments Spring Boot's own, such as `--server.port=8080`
    public static void main(String[] arguments) {
        SpringApplication.run(VigieServer.class, arguments);
    }
}
