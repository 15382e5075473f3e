package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.operations.store.SaleRow;
import java.time.Instant;

/** A sale in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SaleItem(
        String msn,
        String saleId,
        String shop,
        String till,
        String qr,
        String phase,
        Amount amount,
        Amount captured,
        Amount refunded,
        Amount reserved,
        Instant openedAt,
        Instant lastAt,
        boolean parked,
        String atRisk,
        String receipt) {

    static SaleItem of(SaleRow row) {
        var sale = row.sale();
        return new SaleItem(
                sale.msn(),
                sale.saleId(),
                sale.shopId(),
                sale.tillId(),
                sale.qrId(),
                sale.phase().word(),
                Amount.of(sale.amount(), sale.currency()),
                Amount.of(sale.captured(), sale.currency()),
                Amount.of(sale.refunded(), sale.currency()),
                Amount.of(row.reserved(), sale.currency()),
                sale.openedAt(),
                sale.lastAt(),
                sale.parkedSince() != null,
                sale.atRisk(),
                sale.receipt().word());
    }
}
