package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentState;
import dev.kvitt.operations.domain.Entry;
import dev.kvitt.operations.domain.Operation;
import dev.kvitt.operations.domain.Payment;
import dev.kvitt.operations.domain.TimelineEntry;
import dev.kvitt.operations.store.SaleDetail;
import dev.kvitt.operations.store.SaleRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Everything about a sale, as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SaleAnswer(
        Whole sale, List<Attempt> payments, List<Doing> operations, List<Line> timeline, List<Booking> entries) {

    /** The sale in one row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Whole(
            String msn,
            String saleId,
            String shop,
            String till,
            String qr,
            String phase,
            Amount amount,
            Amount confirmed,
            Amount authorized,
            Amount captured,
            Amount cancelled,
            Amount refunded,
            Amount reserved,
            int attempts,
            String reference,
            Instant openedAt,
            Instant authorizedAt,
            Instant firstAt,
            Instant lastAt,
            Instant captureGuaranteedUntil,
            Instant selectUntil,
            boolean handedOver,
            boolean parked,
            Instant parkedSince,
            String parkedReason,
            String atRisk,
            String receipt,
            boolean acknowledged,
            String traceId) {}

    /** One payment at Vipps. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(
            String reference,
            Integer attempt,
            PaymentState state,
            String pspReference,
            Amount amount,
            Amount authorized,
            Amount captured,
            Amount cancelled,
            Amount refunded,
            Amount reserved,
            Instant createdAt,
            Instant authorizedAt,
            Instant lastEventAt,
            Instant captureGuaranteedUntil) {}

    /** One operation at Vipps. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Doing(
            String operationId,
            String reference,
            String kind,
            Amount amount,
            Instant issuedAt,
            OperationResult.Outcome outcome,
            String code,
            Instant finishedAt) {}

    /** One line of the history. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            Instant at,
            String topic,
            String type,
            String title,
            String text,
            String source,
            String traceId,
            Amount amount,
            String level,
            String id) {}

    /** One side of a movement of money. */
    public record Booking(String reference, int n, String account, Amount amount, Instant at) {}

    static SaleAnswer of(SaleDetail detail) {
        return new SaleAnswer(
                whole(detail.sale()),
                detail.payments().stream().map(SaleAnswer::attempt).toList(),
                detail.operations().stream().map(SaleAnswer::doing).toList(),
                detail.timeline().stream().map(SaleAnswer::line).toList(),
                detail.entries().stream().map(SaleAnswer::booking).toList());
    }

    private static Whole whole(SaleRow row) {
        var sale = row.sale();
        var currency = sale.currency();
        return new Whole(
                sale.msn(),
                sale.saleId(),
                sale.shopId(),
                sale.tillId(),
                sale.qrId(),
                sale.phase().word(),
                Amount.of(sale.amount(), currency),
                Amount.of(sale.confirmed(), currency),
                Amount.of(sale.authorized(), currency),
                Amount.of(sale.captured(), currency),
                Amount.of(sale.cancelled(), currency),
                Amount.of(sale.refunded(), currency),
                Amount.of(row.reserved(), currency),
                sale.attempts(),
                sale.reference(),
                sale.openedAt(),
                sale.authorizedAt(),
                sale.firstAt(),
                sale.lastAt(),
                sale.captureGuaranteedUntil(),
                sale.selectUntil(),
                sale.handedOver(),
                sale.parkedSince() != null,
                sale.parkedSince(),
                sale.parkedReason(),
                sale.atRisk(),
                sale.receipt().word(),
                sale.acknowledged(),
                sale.traceId());
    }

    private static Attempt attempt(Payment payment) {
        var currency = payment.currency();
        return new Attempt(
                payment.reference(),
                payment.attempt(),
                payment.state(),
                payment.pspReference(),
                Amount.of(payment.amount(), currency),
                Amount.of(payment.authorized(), currency),
                Amount.of(payment.captured(), currency),
                Amount.of(payment.cancelled(), currency),
                Amount.of(payment.refunded(), currency),
                Amount.of(payment.reserved(), currency),
                payment.createdAt(),
                payment.authorizedAt(),
                payment.lastEventAt(),
                payment.captureGuaranteedUntil());
    }

    private static Doing doing(Operation operation) {
        return new Doing(
                operation.id().value(),
                operation.id().reference().value(),
                operation.id().kind().name().toLowerCase(Locale.ROOT),
                Amount.of(operation.amount(), operation.currency()),
                operation.issuedAt(),
                operation.outcome(),
                operation.code(),
                operation.finishedAt());
    }

    private static Line line(TimelineEntry entry) {
        var money = entry.amount();
        return new Line(
                entry.at(),
                entry.topic(),
                entry.type(),
                entry.title(),
                entry.text(),
                entry.source(),
                entry.traceId(),
                money == null ? null : Amount.of(money.value(), money.currency()),
                entry.level().name().toLowerCase(Locale.ROOT),
                entry.id());
    }

    private static Booking booking(Entry entry) {
        return new Booking(
                entry.reference(),
                entry.n(),
                entry.account().name().toLowerCase(Locale.ROOT),
                Amount.of(entry.amount(), entry.currency()),
                entry.at());
    }
}
