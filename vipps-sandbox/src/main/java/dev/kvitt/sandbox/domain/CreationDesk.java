package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.customers.ScannedQr;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.EventStamp;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.Transition;
import dev.kvitt.vipps.rules.create.CreateBody;
import dev.kvitt.vipps.rules.create.CreateOrder;
import dev.kvitt.vipps.rules.create.CreateRule;
import dev.kvitt.vipps.rules.create.CreateVerdict;
import dev.kvitt.vipps.rules.create.CustomerReference;
import dev.kvitt.vipps.rules.create.UserFlow;
import dev.kvitt.vipps.rules.customer.PayerRule;
import dev.kvitt.vipps.rules.qr.QrImageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Creates payments at one sales unit: what the rules accept, under a reference that is free, for a customer who is known. */
final class CreationDesk {

    private final MerchantState merchant;
    private final PaymentBook book;
    private final PaymentDesk payments;
    private final CheckInBook checkIns;
    private final OrderDesk orders;
    private final Surroundings surroundings;

    CreationDesk(
            MerchantState merchant,
            PaymentBook book,
            PaymentDesk payments,
            CheckInBook checkIns,
            OrderDesk orders,
            Surroundings surroundings) {
        this.merchant = merchant;
        this.book = book;
        this.payments = payments;
        this.checkIns = checkIns;
        this.orders = orders;
        this.surroundings = surroundings;
    }

    /** Called within a group of changes. */
    WriteOutcome create(CreateBody body, IdempotencyKey key) {
        Instant now = surroundings.clock().now();
        return switch (CreateRule.judge(body, merchant.merchant().salesUnit(), now, surroundings.switches())) {
            case CreateVerdict.Refused refused -> new WriteOutcome.Refused(refused.refusal());
            case CreateVerdict.Accepted(CreateOrder order) -> create(order, key, now);
        };
    }

    Refusal refusal(CreateBody body) {
        Instant now = surroundings.clock().now();
        return switch (CreateRule.judge(body, merchant.merchant().salesUnit(), now, surroundings.switches())) {
            case CreateVerdict.Refused(Refusal refusal) -> refusal;
            case CreateVerdict.Accepted accepted ->
                throw new IllegalArgumentException("Nothing is wrong with this request");
        };
    }

    private WriteOutcome create(CreateOrder order, IdempotencyKey key, Instant now) {
        Optional<Msisdn> customer = customer(order.customer(), now);
        if (customer.isEmpty() && order.customer() instanceof CustomerReference.ByToken) {
            return WriteOutcome.Refused.because(ErrorCode.INVALID_CUSTOMER_TOKEN);
        }
        if (customer.isEmpty() && order.customer() instanceof CustomerReference.ByPersonalQr) {
            return WriteOutcome.Refused.because(ErrorCode.INVALID_PERSONAL_QR);
        }
        if (book.find(order.reference()).isPresent()) {
            return WriteOutcome.Refused.because(ErrorCode.REFERENCE_EXISTS);
        }
        Optional<ErrorCode> cannotBeAsked = cannotBeAsked(order, customer, now);
        if (cannotBeAsked.isPresent()) {
            return WriteOutcome.Refused.because(cannotBeAsked.get());
        }
        if (!book.knows(order.reference()) && !surroundings.paymentsLimit().makeRoom()) {
            return new WriteOutcome.Refused(full());
        }
        EventStamp stamp = new EventStamp(now, surroundings.ids().paymentReference(), Optional.of(key));
        Transition.Done done = Payment.create(
                merchant.merchant().salesUnit(),
                order.reference(),
                order.amount(),
                key,
                order.approvalDeadline(),
                stamp);
        String token = LandingToken.of(
                merchant.msn(), order.reference(), surroundings.ids().landingSecret());
        Optional<String> url = redirectUrl(order, token);
        payments.save(
                new StoredPayment(done.payment(), order.withoutReceipt(), customer, token, url, now, List.of()), done);
        order.receipt()
                .ifPresent(receipt -> orders.sentWithPayment(
                        OrderKey.ofPayment(order.reference().value()), receipt));
        return new WriteOutcome.Created(order.reference(), url);
    }

    /** Not Vipps' own: said with the code of theirs that means it. */
    private Refusal full() {
        return new Refusal.Coded(
                ErrorCode.CANNOT_BE_CREATED,
                "The sandbox keeps at most " + surroundings.paymentsLimit().limit()
                        + " payments (sandbox.payments-limit), and all of them wait for their customer or can still be"
                        + " captured. End some, or raise the limit.");
    }

    /** Only a push goes to the customer at once; in other flows it shows when the customer comes. */
    private Optional<ErrorCode> cannotBeAsked(CreateOrder order, Optional<Msisdn> customer, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return customer.filter(known -> order.userFlow() == UserFlow.PUSH_MESSAGE)
                .map(surroundings.people().customers()::get)
                .flatMap(known -> PayerRule.requestRefusal(known.payer(), order.minimumUserAge(), today));
    }

    private Optional<Msisdn> customer(CustomerReference reference, Instant now) {
        return switch (reference) {
            case CustomerReference.ByPhone byPhone -> Optional.of(byPhone.number());
            case CustomerReference.ByToken byToken -> checkIns.customer(byToken.token(), now);
            case CustomerReference.ByPersonalQr byQr ->
                surroundings.people().personalQrs().read(byQr.content(), now).map(ScannedQr::customer);
            case CustomerReference.Anyone anyone -> Optional.empty();
        };
    }

    private Optional<String> redirectUrl(CreateOrder order, String token) {
        String landing = PublicUrls.landing(surroundings.publicUrl(), token);
        return switch (order.userFlow()) {
            case WEB_REDIRECT -> Optional.of(landing);
            case QR ->
                order.qrImage()
                        .map(image -> image.format() == QrImageFormat.TARGET_URL
                                ? landing
                                : PublicUrls.paymentImage(surroundings.publicUrl(), token));
            case NATIVE_REDIRECT -> Optional.of("vipps://?token=" + token);
            case PUSH_MESSAGE -> Optional.empty();
        };
    }
}
