package dev.kvitt.checkin.vipps;

import dev.kvitt.checkin.store.QrCode;
import dev.kvitt.vipps.client.Outcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** One go at telling Vipps of codes. A sales unit that is in trouble is left for the next round. */
final class QrCodeRound {

    private static final Logger LOG = Logger.getLogger(QrCodeRound.class);

    private final QrCodeCalls calls;
    private final Set<String> troubled = new HashSet<>();
    private Optional<Duration> again = Optional.empty();

    QrCodeRound(QrCodeCalls calls) {
        this.calls = calls;
    }

    /** @return whether Vipps has confirmed it */
    boolean put(QrCode code) {
        if (troubled.contains(code.msn)) {
            return false;
        }
        var outcome = calls.put(code.msn, code.qrId, code.location);
        return outcome.isPresent()
                && switch (outcome.get()) {
                    case Outcome.Done<?> _ -> true;
                    case Outcome.Refused<?> refused -> {
                        LOG.errorf(
                                "Vipps refused the QR code %s of sales unit %s: %s. Nobody can pay with that code until this"
                                        + " is put right; it is tried again meanwhile",
                                code.qrId, code.msn, refused.error().operatorSentence());
                        yield later(Duration.ZERO);
                    }
                    case Outcome.Busy<?> busy -> {
                        LOG.warnf(
                                "The QR code %s of sales unit %s has to wait: %s",
                                code.qrId, code.msn, busy.error().operatorSentence());
                        troubled.add(code.msn);
                        yield later(busy.retryAfter().orElse(Duration.ZERO));
                    }
                    case Outcome.Unknown<?> unknown -> {
                        LOG.warnf(
                                "Whether Vipps has the QR code %s of sales unit %s is not known: %s. It is put again",
                                code.qrId, code.msn, unknown.why());
                        troubled.add(code.msn);
                        yield later(Duration.ZERO);
                    }
                };
    }

    private boolean later(Duration atLeast) {
        again = again.filter(known -> known.compareTo(atLeast) > 0).or(() -> Optional.of(atLeast));
        return false;
    }

    /** Empty when there is nothing to be done again; else how long Vipps asks to be left alone. */
    Optional<Duration> again() {
        return again;
    }
}
