package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.local.demo.Phone;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes Vipps fail or change its mind for as long as something is done; all is well again afterwards. */
final class Dial {

    private final Phone phone;

    Dial(Phone phone) {
        this.phone = phone;
    }

    /** The first request of this kind about a payment fails like this. */
    void once(String kind, String operation, PaymentReference reference, Map<String, ?> more, Runnable meanwhile) {
        var fault = new HashMap<String, Object>(more);
        fault.putAll(Map.of("kind", kind, "operation", operation, "reference", reference.value(), "attempts", 1));
        fault(fault, meanwhile);
        assertThat(phone.get("/sandbox/v1/journal?kind=request&operation=" + operation + "&reference=" + reference)
                        .get("entries"))
                .as("the fault has hit")
                .anySatisfy(entry -> assertThat(entry.path("faults")).isNotEmpty());
    }

    /** No webhook about a payment is ever sent. */
    void withoutWebhooks(PaymentReference reference, Runnable meanwhile) {
        fault(Map.of("kind", "DROP", "reference", reference.value()), meanwhile);
    }

    /** The sales unit may not send pushes. */
    void withoutPush(Msn msn, Runnable meanwhile) {
        push(msn, false);
        try {
            meanwhile.run();
        } finally {
            push(msn, true);
        }
    }

    /** Vipps' clock goes ahead; nobody else's does. */
    void letPass(Duration time) {
        phone.call("POST", "/sandbox/v1/clock", Map.of("advance", time.toString()));
    }

    private void fault(Map<String, ?> fault, Runnable meanwhile) {
        faults(List.of(fault));
        try {
            meanwhile.run();
        } finally {
            faults(List.of());
        }
    }

    private void faults(List<?> faults) {
        phone.call("PUT", "/sandbox/v1/faults", Map.of("faults", faults));
    }

    private void push(Msn msn, boolean allowed) {
        phone.call("PATCH", "/sandbox/v1/merchants/" + msn + "/agreements", Map.of("PUSH_MESSAGE", allowed));
    }
}
