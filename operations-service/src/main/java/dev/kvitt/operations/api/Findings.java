package dev.kvitt.operations.api;

import dev.kvitt.operations.domain.reconcile.Repair;
import dev.kvitt.operations.store.reconcile.FindingDecisions;
import dev.kvitt.operations.store.reconcile.FindingQuery.Stored;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What is decided about findings, by programs and people alike. */
@Singleton
public class Findings {

    private final FindingDecisions decisions;

    Findings(FindingDecisions decisions) {
        this.decisions = decisions;
    }

    /** @throws Problem when there is none */
    public Stored find(UUID id) {
        return decisions
                .find(id)
                .orElseThrow(() -> Problem.notFound("no-finding", "There is no finding with this id."));
    }

    /**
     * Says why it is so.
     *
     * @return the finding, explained
     * @throws Problem when there is none, it is gone, or the reason is none
     */
    public Stored explain(UUID id, String who, String reason) {
        var why = Decider.why(reason);
        find(id);
        if (!decisions.explain(id, who, why)) {
            throw Problem.conflict("finding-gone", "The finding is gone by now: there is nothing to explain.");
        }
        return find(id);
    }

    /** What Kvitt can do, as the sale stands now; {@link Repair#NONE} where only people can do something. */
    public Repair proposed(Stored stored) {
        return decisions.proposed(stored);
    }

    /**
     * What would be sent.
     *
     * @throws Problem when Kvitt can do nothing, or the reason is none
     */
    public Repair wouldSend(Stored stored, String reason) {
        Decider.why(reason);
        var repair = decisions.proposed(stored);
        if (repair == Repair.NONE) {
            throw Problem.conflict("nothing-to-repair", none(stored));
        }
        return repair;
    }

    /**
     * Says it to the saga, never to Vipps.
     *
     * @param agreed the command that was agreed to; absent for any
     * @throws Problem with nothing sent: when another one is proposed by now, Kvitt can do nothing, or the reason is none
     */
    public Repair send(Stored stored, String agreed, String who, String reason) {
        var repair = wouldSend(stored, reason);
        var command = FindingDecisions.word(repair);
        if (agreed != null && !agreed.equals(command)) {
            throw Problem.conflict(
                    "proposal-changed",
                    "The sale has gone on: now " + command + " is proposed. Nothing was sent; look again.");
        }
        decisions.send(repair, stored, who, Decider.why(reason));
        return repair;
    }

    private static String none(Stored stored) {
        return stored.state().equals("gone")
                ? "The finding is gone by now: there is nothing to repair."
                : Repair.NONE.effect() + " " + stored.finding().kind().todo();
    }
}
