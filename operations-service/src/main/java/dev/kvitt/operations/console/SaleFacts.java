package dev.kvitt.operations.console;

import dev.kvitt.operations.console.SaleView.Fact;
import dev.kvitt.operations.console.SaleView.Moment;
import dev.kvitt.operations.store.SaleRow;
import java.util.List;
import java.util.stream.Stream;

/** What a sale is, in words and sums. Whatever is not known is left out, but for the sums. */
record SaleFacts(List<Fact> sums, List<Fact> words, List<Moment> moments) {

    static SaleFacts of(SaleRow row) {
        return new SaleFacts(sums(row), words(row), moments(row));
    }

    private static List<Fact> sums(SaleRow row) {
        var sale = row.sale();
        var currency = SaleLine.currency(sale);
        return List.of(
                new Fact("Asked for", Amounts.shown(sale.amount(), currency)),
                new Fact("Sold, says the till", Amounts.shown(sale.confirmed(), currency)),
                new Fact("Reserved now", Amounts.shown(row.reserved(), currency)),
                new Fact("Captured", Amounts.shown(sale.captured(), currency)),
                new Fact("Given back", Amounts.shown(sale.cancelled(), currency)),
                new Fact("Refunded", Amounts.shown(sale.refunded(), currency)));
    }

    private static List<Fact> words(SaleRow row) {
        var sale = row.sale();
        return Stream.of(
                        new Fact("Shop", sale.shopId()),
                        new Fact("Till", sale.tillId()),
                        new Fact("Code", sale.qrId()),
                        new Fact("Attempts", Integer.toString(sale.attempts())),
                        new Fact("Latest reference", sale.reference()),
                        new Fact("Goods handed over", sale.handedOver() ? "yes" : "not said"),
                        new Fact("Receipt", sale.receipt().word()),
                        new Fact("Trace", sale.traceId()))
                .filter(fact -> fact.value() != null)
                .toList();
    }

    private static List<Moment> moments(SaleRow row) {
        var sale = row.sale();
        return Stream.of(
                        new Moment("Opened", sale.openedAt()),
                        new Moment("Approved", sale.authorizedAt()),
                        new Moment("Last heard of", sale.lastAt()),
                        new Moment("Choose until", sale.selectUntil()),
                        new Moment("Capture guaranteed until", sale.captureGuaranteedUntil()))
                .filter(moment -> moment.at() != null)
                .toList();
    }
}
