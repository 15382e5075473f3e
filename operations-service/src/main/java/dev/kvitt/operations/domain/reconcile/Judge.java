package dev.kvitt.operations.domain.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the differences of one payment. */
public final class Judge {
    private final Rules rules;
    private final OursAlone alone;
    private final AgainstVipps vipps;
    private final AgainstReport report;
    private final RowRules rows;

    public Judge(Rules rules) {
        this.rules = rules;
        alone = new OursAlone(rules);
        vipps = new AgainstVipps(rules);
        report = new AgainstReport(rules);
        rows = new RowRules(rules);
    }

    public List<Finding> of(Group group) {
        Found found = new Found(group);
        List<MoneyFact> booked = rows.judge(group, found);
        Optional<VippsView> view = group.freshView();
        Optional<OurPayment> ours = group.ours().filter(payment -> !isAnothers(payment, view));
        if (ours.isPresent()) {
            known(group, ours.get(), view, booked, found);
        } else if (view.filter(look -> look.present() && look.ours()).isPresent()) {
            VippsView lost = view.get();
            vipps.lost(lost, found);
            report.judge(group, lost.facts(), lost.sums(), movement -> lost.lastAt(), booked, found);
            rows.fees(group, lost.facts(), false, found);
        } else {
            report.foreign(group, booked, found);
            rows.fees(group, List.of(), false, found);
        }
        return found.all();
    }

    /** Of rows that name no payment of ours: where they name a sales unit of ours, money moved under no reference. */
    List<Finding> loose(Group group) {
        Found found = new Found(group);
        List<MoneyFact> booked = rows.judge(group, found);
        if (!group.msn().isEmpty()) {
            report.withoutReference(group, booked, found);
        }
        return found.all();
    }

    /**
     * Whether asking Vipps could tell more: something differs that the payment itself explains, and there is no look, or only an old one; or
     * there is a look that something has happened since.
     */
    public boolean deservesLook(Group group, List<Finding> findings) {
        Optional<VippsView> fresh = group.freshView();
        if (group.view().isPresent() && fresh.isEmpty()) {
            return true;
        }
        boolean looked = fresh.filter(view -> !rules.isOver(view.lookedAt(), rules.lookAgainAfter()))
                .isPresent();
        return !looked && findings.stream().anyMatch(finding -> finding.kind().isOfPayment());
    }

    /** Whether Vipps was asked, and what it said cannot be held against our ledger now: then nothing that it showed is gone. */
    public boolean isUndecided(Group group) {
        return group.view()
                .filter(view -> group.freshView().isEmpty() || (view.present() && !rules.isDueHere(view.lastAt())))
                .isPresent();
    }

    private void known(Group group, OurPayment ours, Optional<VippsView> view, List<MoneyFact> booked, Found found) {
        view.ifPresent(look -> vipps.judge(ours, look, found));
        Optional<VippsView> truth = view.filter(VippsView::present);
        alone.judge(ours, truth.map(VippsView::sums).orElse(ours.sums()), found);
        List<MoneyFact> facts = truth.map(VippsView::facts).orElse(ours.facts());
        Sums sums = truth.map(VippsView::sums).orElse(ours.sums());
        Function<Movement, Instant> latest =
                movement -> truth.map(VippsView::lastAt).orElseGet(() -> ours.latest(movement));
        report.judge(group, facts, sums, latest, booked, found);
        rows.fees(group, facts, isKnownAsSum(sums, facts), found);
    }

    private static boolean isKnownAsSum(Sums sums, List<MoneyFact> facts) {
        return Pairing.Side.of(Movement.CAPTURE, facts, sums.captured()).rest() > 0;
    }

    /** Another system's: nobody but Vipps told of it, or its reference was taken and nothing of ours was ever in that payment. */
    private static boolean isAnothers(OurPayment ours, Optional<VippsView> view) {
        if (!ours.named()) {
            return view.filter(look -> look.present() && look.ours()).isEmpty();
        }
        boolean untouched = ours.sums().authorized() == 0 && ours.sums().captured() == 0;
        return untouched && view.filter(look -> look.present() && !look.ours()).isPresent();
    }
}
