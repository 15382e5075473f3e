package dev.kvitt.operations.domain.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the three ledgers have under one reference of one sales unit.
 *
 * @param ours what we have, if anything
 * @param view what Vipps said, if it was looked at
 * @param rows the report's, sorted by pspReference
 */
public record Group(
        String msn, String reference, Optional<OurPayment> ours, Optional<VippsView> view, List<ReportRow> rows) {

    public Group {
        rows = List.copyOf(rows);
    }

    /** The same after a look. */
    public Group seen(VippsView look) {
        return new Group(msn, reference, ours, Optional.of(look), rows);
    }

    /** The look, unless something happened since. */
    Optional<VippsView> freshView() {
        return view.filter(look -> ours.isEmpty() || !ours.get().lastAt().isAfter(look.lookedAt()));
    }

    /** Which time the group belongs to. */
    public Instant at() {
        return ours.map(OurPayment::createdAt)
                .or(() -> rows.stream().map(ReportRow::time).min(Instant::compareTo))
                .or(() -> view.map(VippsView::lastAt))
                .orElse(Instant.EPOCH);
    }
}
