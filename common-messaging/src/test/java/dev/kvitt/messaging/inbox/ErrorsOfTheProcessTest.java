package dev.kvitt.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.Routed;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErrorsOfTheProcessTest {

    private static final Prepared KNOWN = message(new Found.Known(new Routed("100000/sale-1", new UUID(0, 1), null)));
    private static final Prepared NOTHING = message(new Found.Nothing());

    private final Throwable forgotten = new NoClassDefFoundError("forgotten");
    private final ErrorsOfTheProcess errors = new ErrorsOfTheProcess();

    @Test
    void the_second_sale_that_the_jvm_fails_in_is_too_much_and_the_first_may_fail_again() {
        errors.met("100000/sale-1", forgotten);
        errors.met("100000/sale-2", new IllegalStateException("a bug"));
        errors.met("100000/sale-1", forgotten);
        errors.appliedWell(Collections.nCopies(ErrorsOfTheProcess.FORGOTTEN_AFTER - 1, KNOWN));
        errors.appliedWell(Collections.nCopies(ErrorsOfTheProcess.FORGOTTEN_AFTER, NOTHING));

        assertThatThrownBy(() -> errors.met("100000/sale-2", forgotten))
                .isInstanceOf(ErrorsOfTheProcess.BrokenProcessException.class);
    }

    @Test
    void the_first_is_forgotten_by_a_process_that_goes_on_well() {
        errors.met("100000/sale-1", forgotten);
        errors.appliedWell(Collections.nCopies(ErrorsOfTheProcess.FORGOTTEN_AFTER, KNOWN));
        errors.met("100000/sale-2", forgotten);

        errors.appliedWell(List.of(KNOWN));
        assertThatThrownBy(() -> errors.met("100000/sale-3", forgotten))
                .isInstanceOf(ErrorsOfTheProcess.BrokenProcessException.class);
    }

    private static Prepared message(Found found) {
        return new Prepared(
                new Incoming("pos.sales", 0, 0, "100000/sale-1", Map.of(), new byte[0], Instant.EPOCH), found, null);
    }
}
