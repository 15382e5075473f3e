package dev.kvitt.operations.store;

import dev.kvitt.messaging.store.SqlArrays;
import dev.kvitt.operations.domain.Entry;
import dev.kvitt.operations.domain.MoneyEvent;
import dev.kvitt.operations.domain.Operation;
import dev.kvitt.operations.domain.Payment;
import dev.kvitt.operations.domain.Sale;
import dev.kvitt.operations.domain.SaleStory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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
    private static final String PAYMENT = Upsert.of(
                    "payment",
                    "msn reference",
                    "key attempt state psp_reference currency amount authorized captured cancelled refunded created_at"
                            + " authorized_at last_event_at capture_guaranteed_until")
            .sql();
    private static final String MONEY_EVENT = Upsert.of(
                    "money_event", "msn reference name psp_reference", "key amount currency at")
            .sql();
    private static final String OPERATION = Upsert.of(
                    "operation",
                    "key operation_id",
                    "reference kind amount currency issued_at outcome code finished_at")
            .sql();
    private static final String ENTRY =
            Upsert.of("entry", "key reference n", "account amount currency at").sql();

    private StoryRows() {}

    private record Of<R>(String key, R row) {}

    static void write(Connection connection, Collection<SaleStory> stories) throws SQLException {
        if (stories.isEmpty()) {
            return;
        }
        sales(connection, stories.stream().map(SaleStory::sale).toList());
        payments(connection, each(stories, SaleStory::payments));
        moneyEvents(connection, each(stories, SaleStory::moneyEvents));
        operations(connection, each(stories, SaleStory::operations));
        var entries = each(stories, SaleStory::entries);
        entries(connection, entries);
        deleteFormerEntries(connection, stories);
    }

    private static <R> List<Of<R>> each(Collection<SaleStory> stories, Function<SaleStory, List<R>> part) {
        return stories.stream()
                .flatMap(story -> part.apply(story).stream()
                        .map(row -> new Of<>(story.sale().key(), row)))
                .toList();
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

    private static void payments(Connection connection, List<Of<Payment>> rows) throws SQLException {
        try (var statement = connection.prepareStatement(PAYMENT)) {
            new Columns<>(connection, statement, rows)
                    .text(each -> each.row.msn())
                    .text(each -> each.row.reference())
                    .text(each -> each.key)
                    .number(each -> each.row.attempt() == null ? null : Long.valueOf(each.row.attempt()))
                    .text(each -> each.row.state())
                    .text(each -> each.row.pspReference())
                    .text(each -> each.row.currency())
                    .number(each -> each.row.amount())
                    .number(each -> each.row.authorized())
                    .number(each -> each.row.captured())
                    .number(each -> each.row.cancelled())
                    .number(each -> each.row.refunded())
                    .time(each -> each.row.createdAt())
                    .time(each -> each.row.authorizedAt())
                    .time(each -> each.row.lastEventAt())
                    .time(each -> each.row.captureGuaranteedUntil())
                    .write();
        }
    }

    private static void moneyEvents(Connection connection, List<Of<MoneyEvent>> rows) throws SQLException {
        try (var statement = connection.prepareStatement(MONEY_EVENT)) {
            new Columns<>(connection, statement, rows)
                    .text(each -> each.row.msn())
                    .text(each -> each.row.reference())
                    .text(each -> each.row.kind())
                    .text(each -> each.row.pspReference())
                    .text(each -> each.key)
                    .number(each -> each.row.amount())
                    .text(each -> each.row.currency())
                    .time(each -> each.row.at())
                    .write();
        }
    }

    private static void operations(Connection connection, List<Of<Operation>> rows) throws SQLException {
        try (var statement = connection.prepareStatement(OPERATION)) {
            new Columns<>(connection, statement, rows)
                    .text(each -> each.key)
                    .text(each -> each.row.id())
                    .text(each -> each.row.id().reference())
                    .text(each -> each.row.id().kind().name().toLowerCase(Locale.ROOT))
                    .number(each -> each.row.amount())
                    .text(each -> each.row.currency())
                    .time(each -> each.row.issuedAt())
                    .text(each -> each.row.outcome())
                    .text(each -> each.row.code())
                    .time(each -> each.row.finishedAt())
                    .write();
        }
    }

    private static void entries(Connection connection, List<Of<Entry>> rows) throws SQLException {
        try (var statement = connection.prepareStatement(ENTRY)) {
            new Columns<>(connection, statement, rows)
                    .text(each -> each.key)
                    .text(each -> each.row.reference())
                    .number(each -> (long) each.row.n())
                    .text(each -> each.row.account().name().toLowerCase(Locale.ROOT))
                    .number(each -> each.row.amount())
                    .text(each -> each.row.currency())
                    .time(each -> each.row.at())
                    .write();
        }
    }

    /** Two movements that one event explains are one, once it is known. */
    private static void deleteFormerEntries(Connection connection, Collection<SaleStory> stories) throws SQLException {
        var payments = each(stories, SaleStory::payments);
        try (var statement = connection.prepareStatement(
                """
                delete from entry e using unnest(?, ?, ?) as v (key, reference, last)
                where e.key = v.key and e.reference = v.reference and e.n > v.last""")) {
            var counts = stories.stream()
                    .flatMap(story -> story.payments().stream().map(payment -> count(story, payment)))
                    .toArray();
            statement.setArray(1, SqlArrays.column(connection, "text", payments, each -> each.key));
            statement.setArray(2, SqlArrays.column(connection, "text", payments, each -> each.row.reference()));
            statement.setArray(3, connection.createArrayOf("bigint", counts));
            statement.executeUpdate();
        }
    }

    private static Long count(SaleStory story, Payment payment) {
        return story.entries().stream()
                .filter(entry -> entry.reference().equals(payment.reference()))
                .count();
    }
}
