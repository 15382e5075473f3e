package dev.kvitt.checkin.domain;

import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.registry.TillInShop;
import java.time.Instant;

/** The sale that a scan opens. Made of the scan and the registry alone, so that a replay opens the same one. */
public final class SaleOpening {

    private static final String SOURCE = "kvitt/checkin-service";
    /** A scan opens its sale once, so there is nothing to count. */
    private static final long COUNTER = 1;

    private SaleOpening() {}

    public static Event<SaleOpenedByScan> of(CheckedIn scan, TillInShop at, Instant now, Limits limits) {
        var saleId = Ids.scannedSale(scan.checkInId());
        var till = at.till();
        var data = new SaleOpenedByScan(
                new SaleContext(scan.msn(), saleId, at.shop().id(), till.id(), scan.merchantQrId()),
                scan.customerToken(),
                at.salesUnit().customerTokenFlow(),
                till.maxAmount().orElseThrow(),
                till.selectSeconds(),
                till.description(),
                scan.initiatedAt(),
                scan.initiatedAt().plus(limits.validFor()));
        var type = EventType.SALE_OPENED_BY_SCAN.typeName();
        return new Event<>(Ids.own(scan.msn(), saleId, type, COUNTER), SOURCE, now, scan.msn(), till.id(), data);
    }
}
