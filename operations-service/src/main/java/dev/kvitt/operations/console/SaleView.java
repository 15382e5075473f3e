package dev.kvitt.operations.console;

import dev.kvitt.events.OperationResult;
import dev.kvitt.operations.domain.Entry;
import dev.kvitt.operations.domain.Operation;
import dev.kvitt.operations.domain.Payment;
import dev.kvitt.operations.domain.TimelineEntry;
import dev.kvitt.operations.store.Audit;
import dev.kvitt.operations.store.SaleDetail;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A sale as its page shows it.
 *
 * @param here its own address
 * @param parkedReason what payment-service said when it parked the sale, or null while it is not parked
 * @param atRisk the alarm that stands, or null
 * @param decided what people decided about it, the latest first
 */
public record SaleView(
        String here,
        String msn,
        String saleId,
        Tag phase,
        Instant parkedSince,
        String parkedReason,
        String atRisk,
        List<Fact> sums,
        List<Fact> facts,
        List<Moment> moments,
        List<Attempt> attempts,
        List<Doing> doings,
        List<Line> timeline,
        List<Booking> bookings,
        List<Audit.Entry> decided) {

    /** A word and what it is here. */
    public record Fact(String name, String value) {}

    /** A word and when it was, or is to be. */
    public record Moment(String name, Instant at) {}

    /** One payment at Vipps. */
    public record Attempt(
            String reference, Integer number, String state, String pspReference, Instant createdAt, List<Fact> sums) {}

    /** @param skip where it can be given up, or null where its outcome is known */
    public record Doing(
            String id, String kind, String amount, Tag outcome, String code, Instant issuedAt, String skip) {}

    /** One line of the history. */
    public record Line(
            Instant at,
            String level,
            String title,
            String text,
            String amount,
            String topic,
            String type,
            String source,
            String traceId,
            String href) {}

    /** One side of a movement of money. */
    public record Booking(String reference, String account, String amount, Instant at) {}

    static SaleView of(SaleDetail detail, List<Audit.Entry> decided) {
        var sale = detail.sale().sale();
        var facts = SaleFacts.of(detail.sale());
        return new SaleView(
                SalePaths.sale(sale.msn(), sale.saleId()),
                sale.msn(),
                sale.saleId(),
                Tag.phase(sale.phase().word()),
                sale.parkedSince(),
                sale.parkedReason(),
                sale.atRisk(),
                facts.sums(),
                facts.words(),
                facts.moments(),
                detail.payments().stream().map(SaleView::attempt).toList(),
                detail.operations().stream()
                        .map(each -> doing(sale.msn(), sale.saleId(), each))
                        .toList(),
                detail.timeline().stream()
                        .map(each -> line(sale.msn(), sale.saleId(), each))
                        .toList(),
                detail.entries().stream().map(SaleView::booking).toList(),
                decided);
    }

    private static Attempt attempt(Payment payment) {
        var currency = Optional.ofNullable(payment.currency()).map(Enum::name).orElse(null);
        return new Attempt(
                payment.reference(),
                payment.attempt(),
                payment.state() == null ? "not known yet" : payment.state().name(),
                payment.pspReference(),
                payment.createdAt(),
                List.of(
                        new Fact("Asked for", Amounts.shown(payment.amount(), currency)),
                        new Fact("Reserved now", Amounts.shown(payment.reserved(), currency)),
                        new Fact("Captured", Amounts.shown(payment.captured(), currency)),
                        new Fact("Given back", Amounts.shown(payment.givenBack(), currency)),
                        new Fact("Refunded", Amounts.shown(payment.refunded(), currency))));
    }

    private static Doing doing(String msn, String saleId, Operation operation) {
        var id = operation.id().value();
        return new Doing(
                id,
                operation.id().kind().name().toLowerCase(Locale.ROOT),
                operation.currency() == null
                        ? "–"
                        : Amounts.shown(operation.amount(), operation.currency().name()),
                outcome(operation.outcome()),
                operation.code(),
                operation.issuedAt(),
                isOpen(operation) ? SalePaths.skip(msn, saleId, id) : null);
    }

    /** Only what has no known outcome can be given up. */
    static boolean isOpen(Operation operation) {
        return operation.outcome() == null || operation.outcome() == OperationResult.Outcome.UNKNOWN;
    }

    private static Tag outcome(OperationResult.Outcome outcome) {
        return switch (outcome) {
            case null -> new Tag("open", "info", "No outcome has been told yet.");
            case SUCCEEDED -> new Tag("succeeded", "good", "Vipps MobilePay did it.");
            case REJECTED -> new Tag("rejected", "warn", "Vipps MobilePay refused it; nothing was done.");
            case UNKNOWN -> new Tag("unknown", "bad", "Whether it was done is not known yet; it is asked again.");
        };
    }

    private static Line line(String msn, String saleId, TimelineEntry entry) {
        return new Line(
                entry.at(),
                entry.level().name().toLowerCase(Locale.ROOT),
                entry.title(),
                entry.text(),
                entry.amount() == null
                        ? null
                        : Amounts.shown(
                                entry.amount().value(),
                                entry.amount().currency().name()),
                entry.topic(),
                entry.type(),
                entry.source(),
                entry.traceId(),
                SalePaths.message(msn, saleId, entry.id()));
    }

    private static Booking booking(Entry entry) {
        return new Booking(
                entry.reference(),
                entry.account().name().toLowerCase(Locale.ROOT),
                Amounts.shown(entry.amount(), entry.currency().name()),
                entry.at());
    }
}
