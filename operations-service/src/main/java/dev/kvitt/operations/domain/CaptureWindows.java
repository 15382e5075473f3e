package dev.kvitt.operations.domain;

import dev.kvitt.events.Currency;
import java.time.Duration;
import java.util.Map;

/**
 * How long after a customer's approval money can be captured, before Vipps gives it back by itself.
 *
 * @param bySalesUnit what was agreed for each known sales unit, by MSN
 */
public record CaptureWindows(Map<String, Duration> bySalesUnit) {

    private static final Duration NORWAY = Duration.ofDays(180);
    private static final Duration ELSEWHERE = Duration.ofDays(14);

    public CaptureWindows {
        bySalesUnit = Map.copyOf(bySalesUnit);
    }

    /** For a sales unit that is not known any more: its market's, without an approval for more. */
    public static Duration of(Currency currency) {
        return currency == Currency.NOK ? NORWAY : ELSEWHERE;
    }
}
