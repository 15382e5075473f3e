package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.domain.Operation;
import dev.kvitt.capture.fake.Fault;
import dev.kvitt.capture.store.OperationRows;
import dev.kvitt.capture.store.SendLog;
import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.capture.support.Sale;
import dev.kvitt.capture.support.World;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@CaptureTest
class WriteShareTest {

    @Inject
    World world;

    @Inject
    SendLog sendLog;

    @Inject
    Transactions transactions;

    /** Else a circuit that is open for seconds keeps a payment from being written to for a minute. */
    @Test
    void what_never_left_us_takes_no_place_among_the_writes_of_a_minute() throws Exception {
        var operation = putOff("share-held-back");
        for (var tries = 2; tries <= 2 * SendLog.WRITES_PER_WINDOW; tries++) {
            assertThat(permission(operation, tries)).isInstanceOf(SendLog.Permission.Granted.class);
            wasNotSent(operation, tries);
        }
    }

    @Test
    void a_run_that_was_overtaken_takes_nothing_back() throws Exception {
        var operation = putOff("share-overtaken");
        for (var tries = 2; tries <= SendLog.WRITES_PER_WINDOW; tries++) {
            assertThat(permission(operation, tries)).isInstanceOf(SendLog.Permission.Granted.class);
            wasNotSent(operation, tries - 1);
        }
        assertThat(permission(operation, SendLog.WRITES_PER_WINDOW + 1))
                .isInstanceOf(SendLog.Permission.NotBefore.class);
    }

    /** The first write on the payment was its create, which Vipps puts off for long enough not to come again here. */
    private Operation putOff(String id) throws Exception {
        var sale = new Sale(id);
        world.vipps.fail("create", sale.reference().value(), new Fault.TooMany(Duration.ofMinutes(10)));
        world.create(sale);
        world.untilTried(sale);
        return transactions
                .run(connection -> OperationRows.find(connection, sale.msn(), sale.operation(Kind.CREATE)))
                .orElseThrow();
    }

    private SendLog.Permission permission(Operation operation, int tries) {
        return sendLog.beforeSending(operation, tries, world.clock.instant());
    }

    private void wasNotSent(Operation operation, int tries) {
        var command = operation.command();
        transactions.run(connection -> {
            OperationRows.notSent(connection, command.msn(), command.operationId(), tries);
            return null;
        });
    }
}
