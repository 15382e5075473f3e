package dev.kvitt.operations.console;

import dev.kvitt.operations.store.Deadline;
import java.time.Instant;

/**
 * One line of the deadline board as it is shown.
 *
 * @param sale path of the sale's page
 * @param left how long until its nearest end
 */
public record DeadlineRow(Deadline deadline, String sale, String money, Tag why, Tag left) {

    static DeadlineRow of(Deadline deadline, Instant now) {
        return new DeadlineRow(
                deadline,
                "/console/sales/" + deadline.msn() + "/" + deadline.saleId(),
                Amounts.shown(deadline.money(), deadline.currency()),
                Tag.why(deadline.why()),
                TimeLeft.until(deadline.due(), now));
    }
}
