package dev.kvitt.capture.vipps;

import dev.kvitt.capture.domain.Answer;
import dev.kvitt.events.Refusal;
import dev.kvitt.registry.vipps.Views;
import dev.kvitt.vipps.client.ErrorCode;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.VippsError;
import dev.kvitt.vipps.client.epayment.CreatedPayment;
import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** What an outcome of the client means for an operation. */
final class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    /** How long until keys that Vipps did not accept are tried again; a person has to change them meanwhile. */
    static final Duration KEYS_AGAIN = Duration.ofMinutes(1);

    private static final Set<ErrorCode> MAY_EXIST =
            Set.of(ErrorCode.REFERENCE_EXISTS, ErrorCode.KEY_EXISTS, ErrorCode.KEY_USED_WITH_OTHER_BODY);

    /** Where the customer can make another try possible: scanning again, or having finished approving. */
    private static final Set<ErrorCode> RETRY =
            Set.of(ErrorCode.INVALID_CUSTOMER_TOKEN, ErrorCode.INVALID_PERSONAL_QR, ErrorCode.BEING_PROCESSED);

    private static final int CONFLICT = 409;

    private Answers() {}

    /** @param what names the operation in the log */
    static Answer ofCreate(Outcome<CreatedPayment> outcome, String what) {
        return of(
                outcome, what, created -> new Answer.Accepted(Optional.empty(), Translate.url(created.redirectUrl())));
    }

    /** @param what names the operation in the log */
    static Answer ofChange(Outcome<PaymentAnswer> outcome, String what) {
        return of(outcome, what, changed -> new Answer.Accepted(Views.of(changed)));
    }

    static <T> Answer of(Outcome<T> outcome, String what, Function<T, Answer.Accepted> accepted) {
        return switch (outcome) {
            case Outcome.Done<T>(T answer) -> accepted.apply(answer);
            case Outcome.Refused<T>(VippsError error) -> refused(error, what);
            case Outcome.Busy<T>(VippsError error, Optional<Duration> retryAfter) -> {
                LOG.infof("%s has to wait. %s", what, error.operatorSentence());
                yield new Answer.Busy(retryAfter, wasSent(error));
            }
            case Outcome.Unknown<T> unknown -> {
                LOG.warnf(
                        "%s: the outcome is not known (%s). It is settled before anything else happens.",
                        what, unknown.why());
                yield new Answer.Unknown(unknown.retryAfter());
            }
        };
    }

    /** Keys that are not accepted say nothing about the operation, which goes on when they are mended. */
    private static Answer refused(VippsError error, String what) {
        if (error.isAboutCredentials()) {
            LOG.errorf("%s has to wait. %s", what, error.operatorSentence());
            return new Answer.Busy(Optional.of(KEYS_AGAIN), wasSent(error));
        }
        LOG.infof("%s: %s", what, error.operatorSentence());
        if (error.is(ErrorCode.INTERNAL_ERROR)) {
            // Whatever its status, an error inside Vipps is not its no to this request.
            return new Answer.Unknown();
        }
        var mayExist = error.code().map(MAY_EXIST::contains).orElse(error.status() == CONFLICT);
        return new Answer.Refused(refusal(error), judged(error), mayExist);
    }

    private static boolean wasSent(VippsError error) {
        return error.stage() == VippsError.Stage.CALL;
    }

    /** The API told a code, or which fields it could not read: neither comes from its gateway. */
    private static boolean judged(VippsError error) {
        return error.code().isPresent()
                || (error.isMalformed() && !error.reasons().isEmpty());
    }

    private static Refusal refusal(VippsError error) {
        var code = error.code().map(known -> "vipps-" + known).orElse("vipps-http-" + error.status());
        var retry = error.code().filter(RETRY::contains).isPresent();
        return new Refusal(code, error.cashierSentence(), retry);
    }
}
