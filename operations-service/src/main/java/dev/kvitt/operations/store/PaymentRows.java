package dev.kvitt.operations.store;

import dev.kvitt.operations.domain.MoneyEvent;
import dev.kvitt.operations.domain.Operation;
import dev.kvitt.operations.domain.Payment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Payments as rows, what happened to them at Vipps, and what was to be done there. */
final class PaymentRows {

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

    private PaymentRows() {}

    static void payments(Connection connection, List<OfSale<Payment>> rows) throws SQLException {
        try (var statement = connection.prepareStatement(PAYMENT)) {
            new Columns<>(connection, statement, rows)
                    .text(each -> each.row().msn())
                    .text(each -> each.row().reference())
                    .text(each -> each.key())
                    .number(each -> each.row().attempt() == null
                            ? null
                            : Long.valueOf(each.row().attempt()))
                    .text(each -> each.row().state())
                    .text(each -> each.row().pspReference())
                    .text(each -> each.row().currency())
                    .number(each -> each.row().amount())
                    .number(each -> each.row().authorized())
                    .number(each -> each.row().captured())
                    .number(each -> each.row().cancelled())
                    .number(each -> each.row().refunded())
                    .time(each -> each.row().createdAt())
                    .time(each -> each.row().authorizedAt())
                    .time(each -> each.row().lastEventAt())
                    .time(each -> each.row().captureGuaranteedUntil())
                    .write();
        }
    }

    static void moneyEvents(Connection connection, List<OfSale<MoneyEvent>> rows) throws SQLException {
        try (var statement = connection.prepareStatement(MONEY_EVENT)) {
            new Columns<>(connection, statement, rows)
                    .text(each -> each.row().msn())
                    .text(each -> each.row().reference())
                    .text(each -> each.row().kind())
                    .text(each -> each.row().pspReference())
                    .text(each -> each.key())
                    .number(each -> each.row().amount())
                    .text(each -> each.row().currency())
                    .time(each -> each.row().at())
                    .write();
        }
    }

    static void operations(Connection connection, List<OfSale<Operation>> rows) throws SQLException {
        try (var statement = connection.prepareStatement(OPERATION)) {
            new Columns<>(connection, statement, rows)
                    .text(each -> each.key())
                    .text(each -> each.row().id())
                    .text(each -> each.row().id().reference())
                    .text(each -> each.row().id().kind().name().toLowerCase(Locale.ROOT))
                    .number(each -> each.row().amount())
                    .text(each -> each.row().currency())
                    .time(each -> each.row().issuedAt())
                    .text(each -> each.row().outcome())
                    .text(each -> each.row().code())
                    .time(each -> each.row().finishedAt())
                    .write();
        }
    }
}
