package dev.kvitt.gateway.api;

import dev.kvitt.gateway.GatewayConfig;
import dev.kvitt.gateway.domain.ActiveRegistration;
import dev.kvitt.vipps.rules.webhook.SignatureVerdict;
import dev.kvitt.vipps.rules.webhook.WebhookSignature;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Decides whether a delivery is Vipps' own. */
@Singleton
class Genuineness {

    private static final Logger LOG = Logger.getLogger(Genuineness.class);

    private final Optional<Duration> maxSkew;
    private final Duration skewWarning;
    private final InstantSource clock;

    Genuineness(GatewayConfig config, InstantSource clock) {
        this.maxSkew = config.maxSkew();
        this.skewWarning = config.skewWarning();
        this.clock = clock;
    }

    /** Why it is not believed; empty when it is. */
    Optional<Cause> doubt(ActiveRegistration registration, Delivery delivery) {
        return switch (verdict(registration, delivery)) {
            case SignatureVerdict.Genuine() ->
                doubtDate(registration, delivery.signature().date());
            case SignatureVerdict.MissingHeader missing -> Optional.of(Cause.MISSING_HEADER);
            case SignatureVerdict.MalformedAuthorization() -> Optional.of(Cause.MALFORMED_AUTHORIZATION);
            case SignatureVerdict.ContentHashMismatch() -> Optional.of(Cause.OTHER_BODY);
            case SignatureVerdict.SignatureMismatch() -> Optional.of(Cause.OTHER_SIGNATURE);
        };
    }

    /** Whether the host that Vipps signs includes an unusual port, it does not say; only who has the secret can sign either. */
    private static SignatureVerdict verdict(ActiveRegistration registration, Delivery delivery) {
        var asRegistered = verify(registration, registration.target(), delivery);
        var withoutPort = registration.target().withoutPort();
        return asRegistered instanceof SignatureVerdict.SignatureMismatch && !withoutPort.equals(registration.target())
                ? verify(registration, withoutPort, delivery)
                : asRegistered;
    }

    private static SignatureVerdict verify(ActiveRegistration registration, WebhookTarget target, Delivery delivery) {
        return WebhookSignature.verify(registration.secret(), target, delivery.signature(), delivery.body());
    }

    /** The date is part of what was signed; whether a retry days later has a fresh one, Vipps does not say. */
    private Optional<Cause> doubtDate(ActiveRegistration registration, String date) {
        var skew = skew(date);
        if (skew.filter(off -> off.compareTo(skewWarning) <= 0).isPresent()) {
            return Optional.empty();
        }
        var refused = maxSkew.filter(max -> skew.isEmpty() || skew.get().compareTo(max) > 0);
        LOG.infof(
                "a genuine webhook of sales unit %s has an x-ms-date that is %s: a late retry, or a clock is wrong",
                registration.msn(), skew.map(off -> off + " off").orElse("no date"));
        return refused.map(max -> Cause.OLD_DATE);
    }

    private Optional<Duration> skew(String date) {
        try {
            var sent = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            return Optional.of(Duration.between(sent, clock.instant()).abs());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
