package dev.kvitt.operations.console;

import dev.kvitt.operations.services.ParkedSales.Parked;
import dev.kvitt.operations.services.SaleKey;
import dev.kvitt.operations.store.ReservedRows.Reserved;
import java.time.Instant;

/**
 * One sale in one service, as a page's table has it.
 *
 * @param link to what waits for it; absent where the key is no sale's
 * @param id for its link, so that whoever stands on it still does when the table was loaded again
 * @param reserved money as people read it; a dash for none
 */
public record ParkedRow(
        String key, String link, String id, String service, Instant since, int waiting, String reserved) {

    static ParkedRow of(Parked each, Reserved money) {
        return new ParkedRow(
                each.key(),
                SaleKey.of(each.key()).map(sale -> "/console/parked/" + sale).orElse(null),
                each.service() + "-" + each.key(),
                each.service(),
                each.since(),
                each.waiting(),
                shown(money));
    }

    static String shown(Reserved money) {
        return money == null ? Amounts.shown(null, null) : Amounts.shown(money.value(), money.currency());
    }
}
