package dev.kvitt.operations.domain.reconcile;

import static dev.kvitt.operations.domain.reconcile.FindingKind.AUTHORIZED_DIFFERS;
import static dev.kvitt.operations.domain.reconcile.FindingKind.CANCELLED_DIFFERS;
import static dev.kvitt.operations.domain.reconcile.FindingKind.CAPTURED_DIFFERS_AT_VIPPS;
import static dev.kvitt.operations.domain.reconcile.FindingKind.CAPTURED_UNKNOWN_AT_VIPPS;
import static dev.kvitt.operations.domain.reconcile.FindingKind.CAPTURED_UNKNOWN_HERE;
import static dev.kvitt.operations.domain.reconcile.FindingKind.CURRENCY_DIFFERS;
import static dev.kvitt.operations.domain.reconcile.FindingKind.PAYMENT_MISSING_AT_VIPPS;
import static dev.kvitt.operations.domain.reconcile.FindingKind.REFUNDED_DIFFERS_AT_VIPPS;
import static dev.kvitt.operations.domain.reconcile.FindingKind.REFUNDED_UNKNOWN_AT_VIPPS;
import static dev.kvitt.operations.domain.reconcile.FindingKind.REFUNDED_UNKNOWN_HERE;

import dev.kvitt.operations.domain.reconcile.Pairing.Side;

/** Our ledger held against what Vipps said of the payment. */
final class AgainstVipps {
    private final Rules rules;

    AgainstVipps(Rules rules) {
        this.rules = rules;
    }

    void judge(OurPayment ours, VippsView view, Found found) {
        Sums here = ours.sums();
        Sums there = view.sums();
        if (!view.present()) {
            if (here.authorized() > 0 || here.captured() > 0) {
                found.add(PAYMENT_MISSING_AT_VIPPS, "", Math.max(here.authorized(), here.captured()), 0);
            }
        } else if (!here.currency().isEmpty() && !here.currency().equals(there.currency())) {
            found.add(CURRENCY_DIFFERS, "", here.authorized(), there.authorized());
        } else if (rules.isDueHere(view.lastAt())) {
            compare(here, there, found);
            for (Movement movement : Movement.values()) {
                compare(movement, ours, view, found);
            }
        }
    }

    /** A payment whose metadata is ours and that our ledger does not have at all. */
    void lost(VippsView view, Found found) {
        if (!rules.isDueHere(view.lastAt())) {
            return;
        }
        for (MoneyFact fact : view.facts()) {
            found.add(unknownHere(fact.movement()), fact.pspReference(), 0, fact.amount());
        }
        if (view.sums().reserved() > 0) {
            found.add(AUTHORIZED_DIFFERS, "", 0, view.sums().authorized());
        }
    }

    private static void compare(Sums here, Sums there, Found found) {
        if (here.authorized() != there.authorized()) {
            found.add(AUTHORIZED_DIFFERS, "", here.authorized(), there.authorized());
        }
        // Of a payment that was never approved, Vipps' samples count the whole amount as cancelled or nothing.
        boolean wasReserved = here.authorized() > 0 && there.authorized() > 0;
        if (wasReserved && here.cancelled() != there.cancelled()) {
            found.add(CANCELLED_DIFFERS, "", here.cancelled(), there.cancelled());
        }
    }

    private static void compare(Movement movement, OurPayment ours, VippsView view, Found found) {
        Pairing pairing = Pairing.of(
                Side.of(movement, ours.facts(), ours.sums().of(movement)),
                Side.of(movement, view.facts(), view.sums().of(movement)));
        boolean capture = movement == Movement.CAPTURE;
        FindingKind differs = capture ? CAPTURED_DIFFERS_AT_VIPPS : REFUNDED_DIFFERS_AT_VIPPS;
        FindingKind unknownThere = capture ? CAPTURED_UNKNOWN_AT_VIPPS : REFUNDED_UNKNOWN_AT_VIPPS;
        pairing.differing()
                .forEach(pair -> found.add(
                        differs,
                        pair.left().pspReference(),
                        pair.left().amount(),
                        pair.right().amount()));
        pairing.onlyLeft().forEach(fact -> found.add(unknownThere, fact.pspReference(), fact.amount(), 0));
        pairing.onlyRight().forEach(fact -> found.add(unknownHere(movement), fact.pspReference(), 0, fact.amount()));
        // A differing amount makes the sums differ, too: told once.
        if (pairing.differing().isEmpty()) {
            rests(movement, unknownThere, pairing, found);
        }
    }

    private static void rests(Movement movement, FindingKind unknownThere, Pairing pairing, Found found) {
        if (pairing.leftRest() > 0) {
            found.add(unknownThere, "", pairing.leftRest(), 0);
        }
        if (pairing.rightRest() > 0) {
            found.add(unknownHere(movement), "", 0, pairing.rightRest());
        }
    }

    static FindingKind unknownHere(Movement movement) {
        return movement == Movement.CAPTURE ? CAPTURED_UNKNOWN_HERE : REFUNDED_UNKNOWN_HERE;
    }
}
