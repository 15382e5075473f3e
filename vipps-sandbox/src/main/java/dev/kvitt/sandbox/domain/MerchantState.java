package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.CustomerToken;
import dev.kvitt.vipps.rules.EventStamp;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.Transition;
import dev.kvitt.vipps.rules.create.CreateBody;
import dev.kvitt.vipps.rules.limits.RateLimit;
import dev.kvitt.vipps.rules.webhook.WebhookEventType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All that is known about one sales unit, and the only door to changing it. Safe for many threads: one thing
 * changes at a time, as one group of changes ({@link StateLog#together}); who only looks does not wait.
 */
public final class MerchantState {

    private final Msn msn;
    private final MerchantBook agreed;
    private final Surroundings surroundings;
    private final PaymentBook book;
    private final KeyMemory keys;
    private final PaymentDesk payments;
    private final CreationDesk creation;
    private final PhoneDesk phones;
    private final CheckInBook checkIns;
    private final QrDesk codes;
    private final RegistrationBook registrations;
    private final OrderDesk orders;
    private final RateBook rates = new RateBook();

    MerchantState(Merchant merchant, Surroundings surroundings, BeaconBook beacons) {
        StateLog state = surroundings.state();
        this.msn = merchant.msn();
        this.agreed = new MerchantBook(merchant, state);
        this.surroundings = surroundings;
        this.checkIns = new CheckInBook(merchant.msn(), state);
        this.registrations = new RegistrationBook(merchant.msn(), state);
        this.book = new PaymentBook(merchant.msn(), state, surroundings.deadlines());
        this.keys = new KeyMemory(merchant.msn(), book, surroundings);
        this.payments = new PaymentDesk(this, book, keys, surroundings);
        this.phones = new PhoneDesk(this, book, payments, surroundings);
        this.codes = new QrDesk(merchant.msn(), surroundings, beacons);
        this.orders = new OrderDesk(merchant.msn(), surroundings);
        this.creation = new CreationDesk(this, book, payments, checkIns, orders, surroundings);
        surroundings.paymentsLimit().add(book, this::drop);
    }

    public Merchant merchant() {
        return agreed.now();
    }

    public Msn msn() {
        return msn;
    }

    /** Changes what Vipps has agreed with the merchant, or its keys. */
    public Merchant change(UnaryOperator<Merchant> next) {
        return agreed.change(next);
    }

    // Payments: what the merchant does

    public WriteResult create(CreateBody body, IdempotencyKey key, WriteRequest request) {
        return surroundings
                .state()
                .together(() -> keys.once(request, surroundings.clock().now(), () -> creation.create(body, key)));
    }

    /** Why a request whose reference cannot even be one is refused. */
    public Refusal refusalOf(CreateBody body) {
        return creation.refusal(body);
    }

    public WriteResult capture(Money part, WriteRequest request) {
        EventStamp stamp = surroundings.stamp(request.key());
        return payments.modify(request, payment -> payment.capture(part, stamp));
    }

    public WriteResult cancel(boolean transactionOnly, WriteRequest request) {
        EventStamp stamp = surroundings.stamp(request.key());
        return payments.modify(request, payment -> payment.cancel(transactionOnly, stamp, surroundings.switches()));
    }

    public WriteResult refund(Money part, WriteRequest request) {
        EventStamp stamp = surroundings.stamp(request.key());
        return payments.modify(request, payment -> payment.refund(part, stamp, surroundings.switches()));
    }

    // Payments: what the merchant's people do in Vipps' portal, without any key; empty = no such payment

    public Optional<Transition> captureInPortal(Reference reference, Money part) {
        EventStamp stamp = surroundings.stamp(Optional.empty());
        return inPortal(reference, payment -> payment.capture(part, stamp));
    }

    public Optional<Transition> refundInPortal(Reference reference, Money part) {
        EventStamp stamp = surroundings.stamp(Optional.empty());
        return inPortal(reference, payment -> payment.refund(part, stamp, surroundings.switches()));
    }

    public Optional<Transition> cancelInPortal(Reference reference) {
        EventStamp stamp = surroundings.stamp(Optional.empty());
        return inPortal(reference, payment -> payment.cancel(false, stamp, surroundings.switches()));
    }

    private Optional<Transition> inPortal(Reference reference, Function<Payment, Transition> change) {
        return payments.happen(
                reference,
                UnaryOperator.identity(),
                payment -> change.apply(payment.under(merchant().salesUnit())));
    }

    // Payments: what customers and time do; empty = no such payment

    public PhoneDesk phones() {
        return phones;
    }

    public Optional<Transition> expire(Reference reference) {
        EventStamp stamp = surroundings.stamp(Optional.empty());
        return payments.happen(
                reference, UnaryOperator.identity(), payment -> payment.expire(stamp, surroundings.switches()));
    }

    void timeUp(Reference reference) {
        payments.timeUp(reference);
    }

    public Optional<StoredPayment> payment(Reference reference) {
        return book.find(reference);
    }

    /** The payment whose landing page or picture has this token. */
    public Optional<StoredPayment> landing(String token) {
        return LandingToken.read(token)
                .filter(read -> read.msn().equals(msn()))
                .flatMap(read -> payment(read.reference()))
                .filter(stored -> stored.landingToken().equals(token));
    }

    /** Newest first. */
    public Stream<StoredPayment> payments() {
        return book.all();
    }

    /** Those that wait for their customer, newest first. */
    public Stream<StoredPayment> waitingPayments() {
        return book.waiting();
    }

    public List<KeyUse> keysUsedOn(Reference reference) {
        return keys.usedOn(reference);
    }

    // Printed codes and check-ins

    public QrDesk codes() {
        return codes;
    }

    /** A customer scans a callback QR; empty = there is no such code. */
    public Optional<CheckIn> scan(String merchantQrId, Msisdn customer) {
        Function<CallbackQr, CheckIn> checkIn = qr -> new CheckIn(
                surroundings.ids().customerToken(),
                customer,
                qr.merchantQrId(),
                surroundings.clock().now());
        return surroundings.state().together(() -> {
            Optional<CheckIn> happened = codes.callback(merchantQrId).map(checkIn);
            happened.ifPresent(scanned -> {
                checkIns.add(scanned);
                surroundings.notifier().checkedIn(this, scanned);
            });
            return happened;
        });
    }

    /** Who scanned; empty = nobody has this token, or not any more. */
    public Optional<CheckIn> checkIn(CustomerToken token) {
        return checkIns.find(token, surroundings.clock().now());
    }

    // Webhook registrations

    /** What came of wanting to register. */
    public sealed interface Registering {
        record Done(Registration registration) implements Registering {}

        record Full(WebhookEventType type) implements Registering {}
    }

    public Registering register(URI url, List<WebhookEventType> events) {
        Registration registration = new Registration(
                surroundings.ids().uuid(), msn(), url, surroundings.ids().webhookSecret(), events);
        return registrations
                .add(registration)
                .<Registering>map(Registering.Full::new)
                .orElseGet(() -> new Registering.Done(registration));
    }

    public boolean unregister(UUID id) {
        return registrations.remove(id);
    }

    public boolean isRegistered(UUID id) {
        return registrations.contains(id);
    }

    public List<Registration> registrations() {
        return registrations.all();
    }

    public List<Registration> registrationsFor(WebhookEventType type) {
        return registrations.askingFor(type);
    }

    // Receipts and categories

    public OrderDesk orders() {
        return orders;
    }

    // Rate limits

    /** Counts a call; a wait in the answer means that it is not allowed now. */
    public Optional<Duration> countCall(String operation, String reference, RateLimit limit) {
        return rates.count(operation, reference, limit, surroundings.clock().now());
    }

    /** A payment goes with all that belongs to it, because the sandbox keeps only so many. */
    private void drop(Reference reference) {
        book.drop(reference);
        orders.drop(OrderKey.ofPayment(reference.value()));
    }

    void forgetOldCalls() {
        rates.forgetOld(surroundings.clock().now());
    }
}
