package dev.kvitt.sandbox.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes deliveries worse on purpose. Everything is off until set. */
@ApplicationScoped
public class WebhookFaults {

    /** The most extra copies that can be asked for. */
    public static final int MAX_DUPLICATE = 10;

    private final AtomicInteger duplicate = new AtomicInteger();

    /** How many extra copies of every webhook are delivered, each right behind the one before; 1 = everything twice. */
    public int duplicate() {
        return duplicate.get();
    }

    /** @param copies 0 to {@value #MAX_DUPLICATE}; holds for events from now on */
    public void duplicate(int copies) {
        if (copies < 0 || copies > MAX_DUPLICATE) {
            throw new IllegalArgumentException("duplicate must be between 0 and " + MAX_DUPLICATE);
        }
        duplicate.set(copies);
    }
}
