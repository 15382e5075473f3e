package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.report.Terms;
import dev.kvitt.vipps.rules.Msn;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What is not sent stays.
 *
 * @param msns sales units of the ledger's market, which leave the ledgers they were on
 * @param settlement NET or GROSS
 * @param dayEnds from 00:00 to 11:59, for example 04:00
 * @param delay ISO 8601 duration, up to 30 days
 * @param feeBasisPoints hundredths of a percent, 0 to 1000
 */
public record TermsChange(
        List<String> msns, Terms.Settlement settlement, LocalTime dayEnds, Duration delay, Integer feeBasisPoints) {

    private static final Duration LONGEST = Duration.ofDays(30);

    /** What is wrong with it. */
    Optional<String> problem() {
        if (delay != null && (delay.isNegative() || delay.compareTo(LONGEST) > 0)) {
            return Optional.of("delay is PT0S to P30D.");
        }
        if (dayEnds != null && !dayEnds.isBefore(LocalTime.NOON)) {
            return Optional.of("dayEnds is from 00:00 to 11:59.");
        }
        boolean badFee = feeBasisPoints != null && (feeBasisPoints < 0 || feeBasisPoints > Terms.MOST_FEE);
        return badFee ? Optional.of("feeBasisPoints is 0 to " + Terms.MOST_FEE + ".") : Optional.empty();
    }

    /** @param found the sales units that are named */
    Terms applied(Terms before, List<Msn> found) {
        return new Terms(
                msns == null ? before.msns() : found,
                Optional.ofNullable(settlement).orElse(before.settlement()),
                Optional.ofNullable(dayEnds).orElse(before.dayEnds()),
                Optional.ofNullable(delay).orElse(before.delay()),
                Optional.ofNullable(feeBasisPoints).orElse(before.feeBasisPoints()));
    }
}
