package dev.kvitt.payment.simulation;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Money;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.UserFlow;
import dev.kvitt.payment.domain.Terms;
import dev.kvitt.vipps.rules.Agreement;
import dev.kvitt.vipps.rules.Market;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.SalesUnit;
import dev.kvitt.vipps.rules.Switch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From a seed to all that chance decides about one sale. */
final class Plans {

    private Plans() {}

    static Plan of(long seed) {
        var chance = new Chance(seed);
        var unit = unit(chance);
        var terms = terms(chance, unit);
        var parts = new ArrayList<Part>();
        new Behaviour(chance, terms, parts).add();
        new Misfortunes(chance, parts).add();
        var switches = switches(chance);
        new Meetings(chance, parts).add();
        addForgeries(chance, parts);
        return new Plan(seed, switches, unit, terms, parts);
    }

    /** Last, so that the rest of a seed's story is the same without them. */
    private static void addForgeries(Chance chance, List<Part> parts) {
        if (chance.in(10)) {
            for (int i = chance.below(3); i >= 0; i--) {
                parts.add(new Part.Forgery(
                        1 + chance.below(4),
                        chance.upTo(Duration.ofMinutes(2)),
                        chance.of(Part.Lie.values()),
                        chance.of(20, 100, 150)));
            }
        }
    }

    private static RulesSwitches switches(Chance chance) {
        var switches = RulesSwitches.defaults();
        for (var one : Switch.all()) {
            if (chance.in(50)) {
                switches = switches.with(one.key(), chance.of(one.others()));
            }
        }
        return switches;
    }

    private static SalesUnit unit(Chance chance) {
        var unit = SalesUnit.usual(new Msn(Till.MSN.value()), chance.of(Market.values()));
        unit = chance.in(10) ? unit.without(Agreement.PUSH_MESSAGE) : unit;
        unit = chance.in(10) ? unit.without(Agreement.PARTIAL_CAPTURE) : unit;
        unit = chance.in(5) ? unit.without(Agreement.REFUND) : unit;
        return chance.in(20) ? unit.with(Agreement.LATE_CAPTURE) : unit;
    }

    private static Terms terms(Chance chance, SalesUnit unit) {
        var currency = Currency.valueOf(unit.market().currency().name());
        var special = chance.in(5);
        var amount = new Money(special ? chance.of(151L, 201L, 202L) : 5000, currency);
        var line = new OrderLine("thing", "Thing", amount, amount, Money.zero(currency), 0);
        var scan = chance.in(35);
        var upperBound = scan || chance.in(20);
        var atOnce = !upperBound && chance.in(60);
        var receipt = upperBound
                ? ReceiptWay.AFTER_CAPTURE
                : atOnce && chance.in(40) ? ReceiptWay.BEFORE_CAPTURE : ReceiptWay.AT_CREATE;
        return new Terms(
                amount,
                upperBound,
                atOnce,
                chance.of(30, 60, 600),
                unit.has(Agreement.PARTIAL_CAPTURE),
                unit.captureWindow(),
                chance.of(UserFlow.WEB_REDIRECT, UserFlow.PUSH_MESSAGE),
                chance.in(50),
                true,
                receipt,
                upperBound ? List.of() : List.of(line),
                null,
                "Something sold",
                Agenda.START.plus(Duration.ofSeconds(150)),
                scan);
    }

    /** Kinds of customers a till can bring. */
    static Customer.Kind customer(Chance chance) {
        return chance.of(
                Customer.Kind.CUSTOMER_TOKEN,
                Customer.Kind.PERSONAL_QR,
                Customer.Kind.PHONE_NUMBER,
                Customer.Kind.KNOWN,
                Customer.Kind.SCREEN,
                Customer.Kind.BROWSER);
    }
}
