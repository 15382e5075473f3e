package dev.kvitt.operations.domain.reconcile;

import java.time.Instant;
import java.util.List;

/**
 * What Vipps said of a payment when it was looked at.
 *
 * @param lookedAt when; what happened since is not in it
 * @param lastAt the newest entry of its event log
 * @param present whether Vipps knows the reference; if not, the rest says nothing
 * @param ours whether its metadata names this installation
 * @param sums the aggregate
 * @param facts the event log's successful captures and refunds
 */
public record VippsView(
        String msn,
        String reference,
        Instant lookedAt,
        Instant lastAt,
        boolean present,
        boolean ours,
        Sums sums,
        List<MoneyFact> facts) {

    public VippsView {
        facts = List.copyOf(facts);
    }
}
