package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.RulesSwitches;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** {@link RulesSwitches} as configuration, under {@code sandbox.rules}; the defaults are the same. */
public interface RulesConfig {

    Cancel cancel();

    Keys keys();

    Create create();

    Lifecycle lifecycle();

    SpecialAmounts specialAmounts();

    Customers customers();

    Webhooks webhooks();

    Answers answers();

    OtherApis otherApis();

    Report report();

    default RulesSwitches switches() {
        return new RulesSwitches(
                cancel().switches(),
                keys().switches(),
                create().switches(),
                lifecycle().switches(),
                specialAmounts().switches(),
                customers().switches(),
                webhooks().switches(),
                answers().switches(),
                otherApis().switches(),
                report().switches());
    }

    interface Cancel {
        @WithDefault("false")
        boolean needsIdempotencyKey();

        @WithDefault("CANCEL_OF_NOT_RESERVED")
        ErrorCode repeated();

        @WithDefault("false")
        boolean eventsCarryKey();

        @WithDefault("true")
        boolean emptyBodyAccepted();

        default RulesSwitches.Cancel switches() {
            return new RulesSwitches.Cancel(needsIdempotencyKey(), repeated(), eventsCarryKey(), emptyBodyAccepted());
        }
    }

    interface Keys {
        @WithDefault("OPERATION_AND_REFERENCE")
        RulesSwitches.Scope scope();

        Optional<Duration> lifetime();

        @WithDefault("true")
        boolean createIsReplayed();

        @WithDefault("false")
        boolean captureFailedIsRemembered();

        @WithDefault("true")
        boolean fundsUnavailableIsRemembered();

        default RulesSwitches.Keys switches() {
            return new RulesSwitches.Keys(
                    scope(),
                    lifetime(),
                    createIsReplayed(),
                    captureFailedIsRemembered(),
                    fundsUnavailableIsRemembered());
        }
    }

    interface Create {
        @WithDefault("9")
        int phoneMinimumDigits();

        @WithDefault("60D")
        Duration latestExpiry();

        @WithDefault("false")
        boolean longReturnUrlAccepted();

        @WithDefault("true")
        boolean legalLinksAccepted();

        /** URLs may be plain http to this very machine, for a stack on a laptop. */
        @WithDefault("false")
        boolean loopbackHttpAccepted();

        default RulesSwitches.Create switches() {
            return new RulesSwitches.Create(
                    phoneMinimumDigits(),
                    latestExpiry(),
                    longReturnUrlAccepted(),
                    legalLinksAccepted(),
                    loopbackHttpAccepted());
        }
    }

    interface Lifecycle {
        @WithDefault("false")
        boolean unpaidEndsAsCancelled();

        @WithDefault("RESERVATION")
        RulesSwitches.RefundPeriod refundPeriodFrom();

        @WithDefault("ABORTED")
        RulesSwitches.UnhappyEnd missingConsentEnds();

        @WithDefault("true")
        boolean autoReleaseSendsEvent();

        default RulesSwitches.Lifecycle switches() {
            return new RulesSwitches.Lifecycle(
                    unpaidEndsAsCancelled(), refundPeriodFrom(), missingConsentEnds(), autoReleaseSendsEvent());
        }
    }

    interface SpecialAmounts {
        @WithDefault("STAYS_CREATED")
        RulesSwitches.UnhappyEnd outcome();

        @WithDefault("true")
        boolean onForceApprove();

        @WithDefault("true")
        boolean sendFailedEvent();

        default RulesSwitches.SpecialAmounts switches() {
            return new RulesSwitches.SpecialAmounts(outcome(), onForceApprove(), sendFailedEvent());
        }
    }

    interface Customers {
        @WithDefault("PROFILE_SUB")
        RulesSwitches.SubNesting subNesting();

        @WithDefault("1S")
        Duration subAppearsAfter();

        @WithDefault("IGNORED")
        RulesSwitches.SubscriptionKeyUse userinfoSubscriptionKey();

        default RulesSwitches.Customers switches() {
            return new RulesSwitches.Customers(subNesting(), subAppearsAfter(), userinfoSubscriptionKey());
        }
    }

    interface Webhooks {
        @WithDefault("MSN")
        RulesSwitches.CheckInMsnField checkInMsnField();

        @WithDefault("false")
        boolean idHeader();

        @WithDefault("true")
        boolean retriesFreshlyDated();

        @WithDefault("true")
        boolean signedHostHasPort();

        default RulesSwitches.Webhooks switches() {
            return new RulesSwitches.Webhooks(
                    checkInMsnField(), idHeader(), retriesFreshlyDated(), signedHostHasPort());
        }
    }

    interface Answers {
        @WithDefault("true")
        boolean captureGuaranteeShown();

        @WithDefault("false")
        boolean modificationsAsProblemJson();

        default RulesSwitches.Answers switches() {
            return new RulesSwitches.Answers(captureGuaranteeShown(), modificationsAsProblemJson());
        }
    }

    interface OtherApis {
        @WithDefault("false")
        boolean receiptNeedsPayment();

        @WithDefault("false")
        boolean callbackQrCategoryAccepted();

        default RulesSwitches.OtherApis switches() {
            return new RulesSwitches.OtherApis(receiptNeedsPayment(), callbackQrCategoryAccepted());
        }
    }

    interface Report {
        @WithDefault("API")
        RulesSwitches.HandleForm handleForm();

        @WithDefault("PAYOUT_SCHEDULED")
        RulesSwitches.PayoutType payoutType();

        @WithDefault("BANK_TEXT")
        RulesSwitches.PayoutReference payoutReference();

        @WithDefault("TRY_LATER")
        RulesSwitches.OpenDate openDate();

        default RulesSwitches.Report switches() {
            return new RulesSwitches.Report(handleForm(), payoutType(), payoutReference(), openDate());
        }
    }
}
