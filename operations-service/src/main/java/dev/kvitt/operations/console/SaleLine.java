package dev.kvitt.operations.console;

import dev.kvitt.operations.domain.Sale;
import dev.kvitt.operations.store.SaleRow;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sale in a list.
 *
 * @param place shop and till, as far as they are known
 * @param atRisk the alarm that stands, or null
 */
public record SaleLine(
        String href,
        String saleId,
        String msn,
        String place,
        Tag phase,
        boolean parked,
        String atRisk,
        String amount,
        String reserved,
        String captured,
        String refunded,
        Instant lastAt) {

    static SaleLine of(SaleRow row) {
        var sale = row.sale();
        var currency = currency(sale);
        return new SaleLine(
                SalePaths.sale(sale.msn(), sale.saleId()),
                sale.saleId(),
                sale.msn(),
                place(sale),
                Tag.phase(sale.phase().word()),
                sale.parkedSince() != null,
                sale.atRisk(),
                Amounts.shown(sale.amount(), currency),
                some(row.reserved(), currency),
                some(sale.captured(), currency),
                some(sale.refunded(), currency),
                sale.lastAt());
    }

    static String currency(Sale sale) {
        return Optional.ofNullable(sale.currency()).map(Enum::name).orElse(null);
    }

    static String place(Sale sale) {
        return Stream.of(sale.shopId(), sale.tillId())
                .filter(each -> each != null)
                .collect(Collectors.joining(" / "));
    }

    /** A list is easier to read where nothing is not written as a number. */
    private static String some(long amount, String currency) {
        return amount == 0 ? "–" : Amounts.shown(amount, currency);
    }
}
