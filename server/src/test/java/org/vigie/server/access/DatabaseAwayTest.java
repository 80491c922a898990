package org.vigie.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.store.access.AccessStore;

/// The database does not answer, so that nobody knows who asks.
class DatabaseAwayTest {

    private final Demo demo = new Demo();
    private final Running server =
            Running.on(
                    demo.standing(),
                    ofExercise -> (sha256, name, path, closed) -> {},
                    Access.on(AccessStore.on(away()), demo.standing().clock(), new SecureRandom()));

    private static DataSource away() {
        return (DataSource)
                Proxy.newProxyInstance(
                        DataSource.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("getConnection")) {
                                throw new SQLException("the database is away");
                            }
                            return method.getReturnType() == boolean.class ? false : null;
                        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pages_and_lanes_say_so_and_when_to_ask_again() {
        for (var answer :
                java.util.List.of(
                        server.get("/lite/watch"),
                        server.post("/intake/sms-mopti", Map.of("text", "x"), Map.of()))) {
            assertEquals(503, answer.status());
            assertEquals("30", answer.header("retry-after"));
            assertTrue(answer.body().contains("The database does not answer"), answer.body());
        }
    }
}
