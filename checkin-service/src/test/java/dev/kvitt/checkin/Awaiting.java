package dev.kvitt.checkin;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Awaitility that looks at once and often: by itself it lets a tenth of a second pass before it looks for the first time. */
public final class Awaiting {

    private Awaiting() {}

    public static ConditionFactory await() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
    }
}
