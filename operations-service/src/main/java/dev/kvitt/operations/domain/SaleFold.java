package dev.kvitt.operations.domain;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.CheckInEvent;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.CustomerIdentified;
import dev.kvitt.events.CustomerRemembered;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.ReceiptEvent;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.SaleOpenedByScan;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The one row of a sale. */
final class SaleFold {

    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final List<Heard> byPlace;
    private final List<Heard> byTime;
    private final List<Payment> payments;
    private final Set<UUID> refused = new HashSet<>();

    private SaleFold(List<Heard> heard, List<Payment> payments) {
        this.byPlace = heard;
        this.byTime = heard.stream().sorted(Heard.BY_TIME).toList();
        this.payments = payments;
        all(RequestRefused.class).forEach(refusal -> refused.add(refusal.causedBy()));
    }

    static Sale of(String key, List<Heard> heard, List<Payment> payments, List<Operation> operations) {
        return new SaleFold(heard, payments).sale(key, operations);
    }

    private Sale sale(String key, List<Operation> operations) {
        var asked = asked();
        var currency = asked.map(Money::currency).orElseGet(this::paidIn);
        var latest = payments.isEmpty() ? null : payments.getLast();
        var parking = Parked.of(byPlace);
        return new Sale(
                key,
                key.substring(0, key.indexOf('/')),
                key.substring(key.indexOf('/') + 1),
                contexts()
                        .map(SaleContext::shopId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                till(),
                qr(),
                currency,
                asked.map(Money::value).orElse(null),
                confirmed(currency),
                sum(currency, Payment::authorized),
                sum(currency, Payment::captured),
                sum(currency, Payment::givenBack),
                sum(currency, Payment::refunded),
                new Standing(
                                byPlace,
                                payments,
                                operations,
                                isOpened(),
                                opening().isPresent())
                        .phase(),
                latest == null || latest.attempt() == null ? payments.size() : latest.attempt(),
                latest == null ? null : latest.reference(),
                openedAt(),
                payments.stream()
                        .map(Payment::authorizedAt)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                byTime.getFirst().at(),
                byTime.getLast().at(),
                guaranteedUntil(latest),
                selectUntil(),
                all(AmountConfirmed.class).findAny().isPresent()
                        || all(PaymentUncollectable.class).findAny().isPresent(),
                parking.map(Parked::since).orElse(null),
                parking.map(Parked::reason).orElse(null),
                Risk.of(byPlace, payments, parking.isPresent()),
                Receipts.of(byPlace),
                Told.all(byPlace, payments),
                traceId());
    }

    private <T extends EventData> Stream<T> all(Class<T> type) {
        return byTime.stream().flatMap(each -> each.as(type).stream());
    }

    /** Those that were not refused. */
    private <T extends PointOfSaleEvent> Stream<Heard> accepted(Class<T> type) {
        return byTime.stream()
                .filter(each -> type.isInstance(each.data()))
                .filter(each -> !refused.contains(each.message().eventId()));
    }

    private Optional<SaleOpened> opening() {
        return accepted(SaleOpened.class)
                .findFirst()
                .map(each -> (SaleOpened) each.data())
                .or(() -> all(SaleOpened.class).findFirst());
    }

    private boolean isOpened() {
        return accepted(SaleOpened.class).findAny().isPresent()
                || all(SaleOpenedByScan.class).findAny().isPresent();
    }

    private Instant openedAt() {
        return Stream.concat(
                        accepted(SaleOpened.class),
                        byTime.stream().filter(each -> each.data() instanceof SaleOpenedByScan))
                .map(Heard::at)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Optional<Money> asked() {
        return opening()
                .map(SaleOpened::amount)
                .or(() -> all(SaleOpenedByScan.class).findFirst().map(SaleOpenedByScan::maxAmount))
                .or(() -> all(CreatePayment.class).findFirst().map(CreatePayment::amount));
    }

    private Currency paidIn() {
        return payments.stream()
                .map(Payment::currency)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The latest that was not refused. */
    private Long confirmed(Currency currency) {
        return accepted(AmountConfirmed.class)
                .map(each -> ((AmountConfirmed) each.data()).amount())
                .filter(amount -> amount.currency() == currency)
                .reduce((earlier, later) -> later)
                .map(Money::value)
                .orElse(null);
    }

    private long sum(Currency currency, ToLongFunction<Payment> part) {
        return payments.stream()
                .filter(payment -> payment.currency() == currency)
                .mapToLong(part)
                .sum();
    }

    private Instant guaranteedUntil(Payment latest) {
        return payments.stream()
                .filter(payment -> payment.reserved() > 0)
                .map(Payment::captureGuaranteedUntil)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(latest == null ? null : latest.captureGuaranteedUntil());
    }

    private Instant selectUntil() {
        return all(PaymentAuthorized.class)
                .map(PaymentAuthorized::selectUntil)
                .map(Usable::orNull)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private String till() {
        return opening()
                .map(SaleOpened::tillId)
                .or(() -> contexts()
                        .map(SaleContext::tillId)
                        .filter(Objects::nonNull)
                        .findFirst())
                .or(() -> all(PointOfSaleEvent.class)
                        .map(PointOfSaleEvent::tillId)
                        .findFirst())
                .orElse(null);
    }

    private String qr() {
        return opening()
                .map(SaleOpened::qrId)
                .or(() -> contexts()
                        .map(SaleContext::qrId)
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
    }

    /** Of whoever says where the sale happens. */
    private Stream<SaleContext> contexts() {
        return byTime.stream()
                .map(Heard::data)
                .filter(Objects::nonNull)
                .map(SaleFold::context)
                .filter(Objects::nonNull);
    }

    static SaleContext context(EventData data) {
        return switch (data) {
            case PaymentEvent event -> event.sale();
            case ReceiptEvent event -> event.sale();
            case CheckInEvent event ->
                switch (event) {
                    case SaleOpenedByScan scan -> scan.sale();
                    case CustomerIdentified identified -> identified.sale();
                    case CustomerRemembered remembered -> remembered.sale();
                };
            default -> null;
        };
    }

    private String traceId() {
        return byTime.stream()
                .map(each -> traceId(each.message().traceparent()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static String traceId(String traceparent) {
        return Optional.ofNullable(traceparent)
                .map(TRACE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .orElse(null);
    }
}
