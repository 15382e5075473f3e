package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.RulesSwitches;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** {@link RulesSwitches} as configuration, under {@code sandbox.rules}; the defaults are the same. */
public interface RulesConfig {

    @WithDefault("false")
    boolean cancelNeedsIdempotencyKey();

    @WithDefault("CANCEL_OF_NOT_RESERVED")
    ErrorCode repeatedCancel();

    @WithDefault("false")
    boolean cancelEventsCarryKey();

    @WithDefault("OPERATION_AND_REFERENCE")
    RulesSwitches.Scope keyScope();

    Optional<Duration> keyLifetime();

    @WithDefault("true")
    boolean createIsReplayed();

    @WithDefault("MSN")
    RulesSwitches.CheckInMsnField checkInMsnField();

    @WithDefault("false")
    boolean webhookIdHeader();

    @WithDefault("true")
    boolean retriesFreshlyDated();

    @WithDefault("false")
    boolean unpaidEndsAsCancelled();

    @WithDefault("false")
    boolean receiptNeedsPayment();

    @WithDefault("true")
    boolean captureGuaranteeShown();

    default RulesSwitches switches() {
        return new RulesSwitches(
                new RulesSwitches.Cancel(cancelNeedsIdempotencyKey(), repeatedCancel(), cancelEventsCarryKey()),
                new RulesSwitches.Keys(keyScope(), keyLifetime(), createIsReplayed()),
                new RulesSwitches.Webhooks(checkInMsnField(), webhookIdHeader(), retriesFreshlyDated()),
                unpaidEndsAsCancelled(),
                receiptNeedsPayment(),
                captureGuaranteeShown());
    }
}
