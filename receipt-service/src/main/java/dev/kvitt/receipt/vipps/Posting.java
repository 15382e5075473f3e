package dev.kvitt.receipt.vipps;

import dev.kvitt.events.Refusal;
import dev.kvitt.receipt.domain.Answer;
import dev.kvitt.receipt.domain.Refusals;
import dev.kvitt.receipt.domain.Sold;
import dev.kvitt.registry.vipps.Receipts;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.VippsApi;
import dev.kvitt.vipps.client.VippsError;
import dev.kvitt.vipps.client.orders.OrderAnswer;
import dev.kvitt.vipps.client.orders.Orders;
import dev.kvitt.vipps.client.orders.Receipt;
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
    public Answer post(Sold sold) {
        var orders = vipps.of(sold.sale().msn()).map(VippsApi::orders);
        if (orders.isEmpty()) {
            return notInRegistry(sold);
        }
        try {
            var receipt = Receipts.of(
                    sold.lines(), sold.amount().currency(), sold.sale().tillId(), sold.bottomLine());
            return post(orders.get(), new Reference(sold.reference().value()), receipt);
        } catch (IllegalArgumentException e) {
            LOG.errorf(e, "The lines of %s passed the check and are none that Vipps takes", sold.reference());
            return new Answer.Refused(Refusals.UNUSABLE_LINES);
        }
    }

    /** A slip in a file must not cost customers their receipts. */
    private static Answer notInRegistry(Sold sold) {
        LOG.errorf(
                "Receipt %s has to wait because sales unit %s is not in the registry. Put it back (with enabled: false,"
                        + " should it sell no more) and start again. The money is safe.",
                sold.reference(), sold.sale().msn());
        return new Answer.Later(Optional.empty());
    }

    static Answer post(Orders orders, Reference reference, Receipt receipt) {
        return switch (orders.postReceipt(reference, receipt)) {
            case Outcome.Done<?> _ -> new Answer.Posted();
            case Outcome.Refused<?>(VippsError error)
            when Orders.isAlreadyThere(error) -> alreadyThere(orders, reference, receipt);
            case Outcome.Refused<?>(VippsError error) -> refused(error, reference);
            case Outcome.Busy<?>(VippsError error, Optional<Duration> retryAfter) -> busy(error, retryAfter, reference);
            case Outcome.Unknown<?> unknown -> unknown(unknown, reference);
        };
    }

    /** Most likely our own earlier try. A receipt cannot be changed, so another's can only be told of. */
    private static Answer alreadyThere(Orders orders, Reference reference, Receipt ours) {
        return switch (orders.get(reference)) {
            case Outcome.Done<OrderAnswer>(OrderAnswer order) ->
                order.receipt().map(stored -> SameReceipt.is(stored, ours)).orElse(true)
                        ? new Answer.Posted()
                        : new Answer.Refused(Refusals.OTHER_RECEIPT);
            case Outcome.Refused<?>(VippsError error) when error.isAboutCredentials() -> refused(error, reference);
            case Outcome.Refused<?>(VippsError error) -> {
                LOG.warnf("Receipt %s is there, but cannot be compared. %s", reference, error.operatorSentence());
                yield new Answer.Posted();
            }
            case Outcome.Busy<?>(VippsError error, Optional<Duration> retryAfter) -> busy(error, retryAfter, reference);
            case Outcome.Unknown<?> unknown -> unknown(unknown, reference);
        };
    }

    private static Answer busy(VippsError error, Optional<Duration> retryAfter, Reference reference) {
        LOG.infof("Receipt %s has to wait. %s", reference, error.operatorSentence());
        return new Answer.Later(retryAfter);
    }

    private static Answer unknown(Outcome.Unknown<?> unknown, Reference reference) {
        LOG.infof("Receipt %s: it is not known what Vipps has (%s)", reference, unknown.why());
        return new Answer.Later(unknown.retryAfter());
    }

    /** Keys that are not accepted say nothing about the receipt, which is tried again when they are mended. */
    private static Answer refused(VippsError error, Reference reference) {
        if (error.isAboutCredentials()) {
            LOG.errorf("Receipt %s has to wait. %s", reference, error.operatorSentence());
            return new Answer.Later(Optional.empty());
        }
        LOG.warnf("Receipt %s was refused. %s", reference, error.operatorSentence());
        var code = error.code().map(known -> "vipps-" + known).orElse("vipps-http-" + error.status());
        var refusal = new Refusal(
                code, "Vipps did not take the receipt, so the app shows none. The payment is not affected.", false);
        return error.isNotFound() || !isJudged(error) ? new Answer.NoForNow(refusal) : new Answer.Refused(refusal);
    }

    /** The API told a code, or which fields it could not take: neither comes from a gateway before it. */
    private static boolean isJudged(VippsError error) {
        return error.code().isPresent() || !error.reasons().isEmpty();
    }
}
