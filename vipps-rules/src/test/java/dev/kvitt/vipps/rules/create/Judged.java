package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.Market;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.SalesUnit;
import java.time.Instant;

/** What the rules say to a create request. */
final class Judged {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final SalesUnit NORWEGIAN = SalesUnit.usual(new Msn("123456"), Market.NO);
    static final SalesUnit DANISH = SalesUnit.usual(new Msn("234567"), Market.DK);
    static final RulesSwitches SWITCHES = RulesSwitches.defaults();

    private Judged() {}

    static CreateOrder accepted(CreateBodies body) {
        return accepted(body.body());
    }

    static CreateOrder accepted(CreateBody body) {
        return accepted(body, NORWEGIAN, SWITCHES);
    }

    static CreateOrder accepted(CreateBody body, SalesUnit unit, RulesSwitches switches) {
        return switch (CreateRule.judge(body, unit, NOW, switches)) {
            case CreateVerdict.Accepted(CreateOrder order) -> order;
            case CreateVerdict.Refused(Refusal refusal) -> throw new AssertionError("refused: " + refusal);
        };
    }

    static int code(CreateBodies body) {
        return code(body.body());
    }

    static int code(CreateBody body) {
        return code(body, NORWEGIAN);
    }

    static int code(CreateBody body, SalesUnit unit) {
        return code(body, unit, SWITCHES);
    }

    static int code(CreateBody body, SalesUnit unit, RulesSwitches switches) {
        return switch (refusal(body, unit, switches)) {
            case Refusal.Coded coded -> coded.code().number();
            case Refusal other -> throw new AssertionError("no code: " + other);
        };
    }

    /** The name of the first malformed field. */
    static String malformed(CreateBodies body) {
        return malformed(body.body());
    }

    static String malformed(CreateBody body) {
        return malformed(body, SWITCHES);
    }

    static String malformed(CreateBody body, RulesSwitches switches) {
        return switch (refusal(body, NORWEGIAN, switches)) {
            case Refusal.Malformed malformed -> malformed.problems().getFirst().name();
            case Refusal other -> throw new AssertionError("not malformed: " + other);
        };
    }

    private static Refusal refusal(CreateBody body, SalesUnit unit, RulesSwitches switches) {
        return switch (CreateRule.judge(body, unit, NOW, switches)) {
            case CreateVerdict.Refused(Refusal refusal) -> refusal;
            case CreateVerdict.Accepted accepted -> throw new AssertionError("accepted");
        };
    }
}
