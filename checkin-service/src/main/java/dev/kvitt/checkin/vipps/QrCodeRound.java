package dev.kvitt.checkin.vipps;

import dev.kvitt.checkin.store.QrCode;
import dev.kvitt.messaging.CrashPoint;
import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.qr.MerchantCallbackQr;
import dev.kvitt.vipps.client.qr.Qr;
import dev.kvitt.vipps.client.qr.RedirectQrCode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** One go at all codes at Vipps. A sales unit that is in trouble is left for the next round. */
final class QrCodeRound {

    private static final int NOT_FOUND = 404;
    private static final Logger LOG = Logger.getLogger(QrCodeRound.class);

    private final QrCodeCalls calls;
    private final Set<String> troubled = new HashSet<>();
    private Optional<Duration> again = Optional.empty();

    QrCodeRound(QrCodeCalls calls) {
        this.calls = calls;
    }

    /** @return whether Vipps has confirmed it */
    boolean put(QrCode code) {
        CrashPoint.reached("code.before-call");
        var put = code.isRedirect()
                ? call(code.msn, () -> calls.lead(code.msn, code.qrId, code.target), refused -> notPut(code, refused))
                : call(code.msn, () -> place(code), refused -> notPut(code, refused));
        CrashPoint.reached("code.after-call");
        put.ifPresent(done -> code.refusal = null);
        return put.isPresent();
    }

    private static <T> Optional<T> notPut(QrCode code, Outcome.Refused<T> refused) {
        code.refusal = code.mobilePay && Qr.isTaken(refused.error())
                ? "Vipps answered 409: another sales unit has this old code."
                : refused.error().operatorSentence();
        LOG.errorf(
                "Vipps refused the QR code %s of sales unit %s: %s. Nobody can pay with that code until this"
                        + " is put right; it is tried again meanwhile",
                code.qrId, code.msn, refused.error().operatorSentence());
        return Optional.empty();
    }

    private Optional<Outcome<NoContent>> place(QrCode code) {
        return code.mobilePay
                ? calls.takeOver(code.msn, code.qrId, code.location)
                : calls.put(code.msn, code.qrId, code.location);
    }

    /** @return the text in a code; empty when Vipps did not say */
    Optional<String> content(String msn, String qrId, boolean redirect) {
        return redirect
                ? call(msn, () -> calls.getRedirect(msn, qrId), refused -> notShown(msn, qrId, refused))
                        .map(RedirectQrCode::url)
                : call(msn, () -> calls.get(msn, qrId), refused -> notShown(msn, qrId, refused))
                        .map(MerchantCallbackQr::content);
    }

    private static <T> Optional<T> notShown(String msn, String qrId, Outcome.Refused<T> refused) {
        LOG.warnf(
                "Vipps refused to show the QR code %s of sales unit %s: %s. There is nothing to print",
                qrId, msn, refused.error().operatorSentence());
        return Optional.empty();
    }

    /** @return whether Vipps does not have it any more */
    boolean delete(QrCode code) {
        return call(code.msn, () -> deleteAtVipps(code), refused -> {
                    if (refused.error().status() == NOT_FOUND) {
                        return Optional.of(new NoContent());
                    }
                    LOG.errorf(
                            "Vipps refused to delete the QR code %s of sales unit %s: %s. Who scans it waits in vain; it is"
                                    + " tried again meanwhile",
                            code.qrId, code.msn, refused.error().operatorSentence());
                    return Optional.empty();
                })
                .isPresent();
    }

    private Optional<Outcome<NoContent>> deleteAtVipps(QrCode code) {
        return code.isRedirect() ? calls.deleteRedirect(code.msn, code.qrId) : calls.delete(code.msn, code.qrId);
    }

    /** @return the location of each code that Vipps has of a sales unit, by its id; empty when Vipps did not say */
    Optional<Map<String, String>> locations(String msn) {
        return callbacks(msn, MerchantCallbackQr::locationDescription);
    }

    /** @return the page that each redirect code of a sales unit opens, by its id; empty when Vipps did not say */
    Optional<Map<String, String>> targets(String msn) {
        return redirects(msn, RedirectQrCode::target);
    }

    /** @return the text in each code of a sales unit, by its id; empty when Vipps did not say */
    Optional<Map<String, String>> contents(String msn, boolean redirects) {
        return redirects ? redirects(msn, RedirectQrCode::url) : callbacks(msn, MerchantCallbackQr::content);
    }

    private Optional<Map<String, String>> callbacks(String msn, Function<MerchantCallbackQr, String> what) {
        return call(msn, () -> calls.list(msn), refused -> notListed(msn, refused))
                .map(codes -> codes.stream()
                        .collect(Collectors.toMap(code -> code.id().value(), what, (one, other) -> other)));
    }

    private Optional<Map<String, String>> redirects(String msn, Function<RedirectQrCode, String> what) {
        return call(msn, () -> calls.listRedirects(msn), refused -> notListed(msn, refused))
                .map(codes ->
                        codes.stream().collect(Collectors.toMap(RedirectQrCode::id, what, (one, other) -> other)));
    }

    private static <T> Optional<T> notListed(String msn, Outcome.Refused<T> refused) {
        LOG.errorf(
                "Vipps refused to list the QR codes of sales unit %s: %s. A code deleted at Vipps would go"
                        + " unnoticed; it is tried again meanwhile",
                msn, refused.error().operatorSentence());
        return Optional.empty();
    }

    private <T> Optional<T> call(
            String msn, Supplier<Optional<Outcome<T>>> call, Function<Outcome.Refused<T>, Optional<T>> ifRefused) {
        var outcome = troubled.contains(msn) ? Optional.<Outcome<T>>empty() : call.get();
        if (outcome.isEmpty()) {
            return Optional.empty();
        }
        return switch (outcome.get()) {
            case Outcome.Done<T>(var answer) -> Optional.of(answer);
            case Outcome.Refused<T> refused -> {
                var settled = ifRefused.apply(refused);
                if (settled.isEmpty()) {
                    later(Duration.ZERO);
                }
                yield settled;
            }
            case Outcome.Busy<T> busy -> {
                LOG.warnf(
                        "The QR codes of sales unit %s have to wait: %s",
                        msn, busy.error().operatorSentence());
                troubled.add(msn);
                yield later(busy.retryAfter().orElse(Duration.ZERO));
            }
            case Outcome.Unknown<T> unknown -> {
                LOG.warnf(
                        "What Vipps made of a call about the QR codes of sales unit %s is not known: %s. It is made again",
                        msn, unknown.why());
                troubled.add(msn);
                yield later(Duration.ZERO);
            }
        };
    }

    private <T> Optional<T> later(Duration atLeast) {
        again = again.filter(known -> known.compareTo(atLeast) > 0).or(() -> Optional.of(atLeast));
        return Optional.empty();
    }

    /** Empty when there is nothing to be done again; else how long Vipps asks to be left alone. */
    Optional<Duration> again() {
        return again;
    }
}
