package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.Agreement;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Market;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.SalesUnit;
import dev.kvitt.vipps.rules.TimeLimits;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a payment ends by itself: after the usual window, or at the request's {@code expiresAt}. */
final class ExpiryRule {

    // Stricter than the library: seconds are required, and so is an offset without seconds.
    private static final Pattern RFC_3339 = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-](2[0-3]|[01]\\d):[0-5]\\d)");

    private ExpiryRule() {}

    static Optional<Refusal> refusal(CreateBody body, SalesUnit salesUnit, Instant now, RulesSwitches.Create switches) {
        if (body.expiresAt() == null) {
            return Optional.empty();
        }
        Optional<Instant> expiry = parse(body.expiresAt());
        UserFlow flow = UserFlow.valueOf(body.userFlow());
        if (expiry.isEmpty() || (flow != UserFlow.PUSH_MESSAGE && flow != UserFlow.QR)) {
            return Optional.of(Refusal.Malformed.of("expiresAt", "An RFC 3339 time, only with PUSH_MESSAGE or QR."));
        }
        Instant latest = now.plus(latest(salesUnit.market(), switches));
        return code(body, salesUnit, expiry.get(), now, latest).map(Refusal.Coded::of);
    }

    static Instant approvalDeadline(CreateBody body, Instant now) {
        return Optional.ofNullable(body.expiresAt())
                .flatMap(ExpiryRule::parse)
                .orElseGet(() -> now.plus(TimeLimits.APPROVAL));
    }

    private static Optional<ErrorCode> code(
            CreateBody body, SalesUnit salesUnit, Instant expiry, Instant now, Instant latest) {
        if (!salesUnit.has(Agreement.LONG_LIVING)) {
            return Optional.of(ErrorCode.LONG_LIVING_NOT_ALLOWED);
        }
        if (body.receipt() == null) {
            return Optional.of(ErrorCode.EXPIRY_WITHOUT_RECEIPT);
        }
        if (!expiry.isAfter(now.plus(TimeLimits.EARLIEST_EXPIRY))) {
            return Optional.of(ErrorCode.EXPIRY_TOO_SOON);
        }
        return expiry.isAfter(latest) ? Optional.of(ErrorCode.EXPIRY_TOO_LATE) : Optional.empty();
    }

    private static Duration latest(Market market, RulesSwitches.Create switches) {
        return market == Market.NO ? TimeLimits.LATEST_EXPIRY_NORWAY : switches.latestExpiry();
    }

    private static Optional<Instant> parse(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
