package dev.kvitt.operations.console;

import dev.kvitt.operations.api.ReportRead;
import java.time.Instant;

/**
 * How far one list of Vipps' report was read, as pages have it.
 *
 * @param readTo absent where it was never read to its end
 * @param complete whether the run has read it to its end
 */
public record ReadListRow(String msn, String ledger, String list, Instant readTo, boolean complete) {

    static ReadListRow of(ReportRead.Of list) {
        return new ReadListRow(
                list.msn(),
                list.ledger().orElse("none listed"),
                list.list().orElse("–"),
                list.readTo().orElse(null),
                list.complete());
    }
}
