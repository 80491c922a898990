package org.vigie.exchange.fetch;

import java.time.Duration;

/// Lets time go by; tests let none go by.
@FunctionalInterface
public interface Waiting {
    void sleep(Duration time) throws InterruptedException;
}
