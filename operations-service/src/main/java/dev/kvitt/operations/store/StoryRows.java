package dev.kvitt.operations.store;

import dev.kvitt.operations.domain.Sale;
import dev.kvitt.operations.domain.SaleStory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What sales amount to, as rows. */
final class StoryRows {

    private static final String SALE = Upsert.of(
                    "sale",
                    "key",
                    "msn sale_id shop_id till_id qr_id currency amount confirmed authorized captured cancelled refunded"
                            + " phase attempts reference opened_at authorized_at first_at last_at"
                            + " capture_guaranteed_until select_until handed_over parked_since parked_reason at_risk"
                            + " receipt acknowledged trace_id")
            .sql();

    private StoryRows() {}

    static void write(Connection connection, Collection<SaleStory> stories) throws SQLException {
        if (stories.isEmpty()) {
            return;
        }
        sales(connection, stories.stream().map(SaleStory::sale).toList());
        PaymentRows.payments(connection, OfSale.each(stories, SaleStory::payments));
        PaymentRows.moneyEvents(connection, OfSale.each(stories, SaleStory::moneyEvents));
        PaymentRows.operations(connection, OfSale.each(stories, SaleStory::operations));
        EntryRows.write(connection, stories);
    }

    private static void sales(Connection connection, List<Sale> rows) throws SQLException {
        try (var statement = connection.prepareStatement(SALE)) {
            new Columns<>(connection, statement, rows)
                    .text(Sale::key)
                    .text(Sale::msn)
                    .text(Sale::saleId)
                    .text(Sale::shopId)
                    .text(Sale::tillId)
                    .text(Sale::qrId)
                    .text(Sale::currency)
                    .number(Sale::amount)
                    .number(Sale::confirmed)
                    .number(Sale::authorized)
                    .number(Sale::captured)
                    .number(Sale::cancelled)
                    .number(Sale::refunded)
                    .text(sale -> sale.phase().word())
                    .number(sale -> (long) sale.attempts())
                    .text(Sale::reference)
                    .time(Sale::openedAt)
                    .time(Sale::authorizedAt)
                    .time(Sale::firstAt)
                    .time(Sale::lastAt)
                    .time(Sale::captureGuaranteedUntil)
                    .time(Sale::selectUntil)
                    .truth(Sale::handedOver)
                    .time(Sale::parkedSince)
                    .text(Sale::parkedReason)
                    .text(Sale::atRisk)
                    .text(sale -> sale.receipt().word())
                    .truth(Sale::acknowledged)
                    .text(Sale::traceId)
                    .write();
        }
    }
}
