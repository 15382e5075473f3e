package dev.kvitt.receipt.vipps;

import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.Refusal;
import dev.kvitt.receipt.domain.Answer;
import dev.kvitt.receipt.domain.Refusals;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.VippsApi;
import dev.kvitt.vipps.client.VippsError;
import dev.kvitt.vipps.client.orders.OrderAnswer;
import dev.kvitt.vipps.client.orders.Orders;
import dev.kvitt.vipps.client.orders.Receipt;
import dev.kvitt.vipps.client.orders.StoredReceipt;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Posts receipts to Order Management. */
@Singleton
public class Posting {

    private static final Logger LOG = Logger.getLogger(Posting.class);

    private final VippsAccess vipps;

    Posting(VippsAccess vipps) {
        this.vipps = vipps;
    }

    /** Makes one try; blocks. */
    public Answer post(PaymentCaptured captured) {
        var orders = vipps.of(captured.sale().msn()).map(VippsApi::orders);
        if (orders.isEmpty()) {
            return new Answer.Refused(Refusals.UNKNOWN_SALES_UNIT);
        }
        try {
            return post(orders.get(), captured, ReceiptOf.captured(captured));
        } catch (IllegalArgumentException e) {
            return new Answer.Refused(Refusals.UNUSABLE_LINES);
        }
    }

    private static Answer post(Orders orders, PaymentCaptured captured, Receipt receipt) {
        var reference = new Reference(captured.reference().value());
        return switch (orders.postReceipt(reference, receipt)) {
            case Outcome.Done<?> _ -> new Answer.Posted();
            case Outcome.Refused<?>(VippsError error)
            when Orders.isAlreadyThere(error) -> alreadyThere(orders, reference, receipt);
            case Outcome.Refused<?>(VippsError error) -> refused(error, captured);
            case Outcome.Busy<?>(VippsError error, Optional<Duration> retryAfter) -> {
                LOG.infof("Receipt %s has to wait. %s", captured.reference(), error.operatorSentence());
                yield new Answer.Later(retryAfter);
            }
            case Outcome.Unknown<?> unknown -> {
                LOG.infof("Receipt %s: it is not known whether Vipps has it (%s)", captured.reference(), unknown.why());
                yield new Answer.Later(unknown.retryAfter());
            }
        };
    }

    /** Most likely our own earlier try. A receipt cannot be changed, so another's can only be told of. */
    private static Answer alreadyThere(Orders orders, Reference reference, Receipt ours) {
        if (orders.get(reference) instanceof Outcome.Done<OrderAnswer>(OrderAnswer order)
                && !order.receipt().map(stored -> isLike(stored, ours)).orElse(false)) {
            LOG.warnf("Payment %s has another receipt than the one wanted; Vipps lets nobody change it", reference);
        }
        return new Answer.Posted();
    }

    private static boolean isLike(StoredReceipt stored, Receipt ours) {
        return stored.orderLines().size() == ours.orderLines().size()
                && stored.posId().equals(ours.bottomLine().posId());
    }

    /** Keys that are not accepted say nothing about the receipt, which is tried again when they are mended. */
    private static Answer refused(VippsError error, PaymentCaptured captured) {
        if (error.isAboutCredentials()) {
            LOG.errorf("Receipt %s has to wait. %s", captured.reference(), error.operatorSentence());
            return new Answer.Later(Optional.empty());
        }
        var code = error.code().map(known -> "vipps-" + known).orElse("vipps-http-" + error.status());
        LOG.warnf("Receipt %s was refused. %s", captured.reference(), error.operatorSentence());
        return new Answer.Refused(new Refusal(
                code, "Vipps did not take the receipt, so the app shows none. The payment is not affected.", false));
    }
}
