package dev.kvitt.capture.domain;

import dev.kvitt.events.PaymentView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What asking Vipps about a payment gave. */
public sealed interface Reading {

    /**
     * @param metadata of whoever created the payment; not shown by {@code toString}, since others put there what they like
     * @param log empty where it was not asked for
     * @param redirectUrl where somebody is to open or show it, as far as Vipps tells; not shown by {@code toString}
     */
    record Found(PaymentView view, Map<String, String> metadata, List<LogEntry> log, Optional<String> redirectUrl)
            implements Reading {
        public Found {
            metadata = Map.copyOf(metadata);
            log = List.copyOf(log);
        }

        @Override
        public String toString() {
            return "Found[" + view + ", " + log + "]";
        }
    }

    /** Vipps itself says it knows no such payment of this sales unit. No proof that a request under way will not make one. */
    record NotThere() implements Reading {}

    /** Nothing was learned. */
    record Unreadable() implements Reading {}
}
