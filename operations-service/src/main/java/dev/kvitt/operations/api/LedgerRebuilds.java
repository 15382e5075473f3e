package dev.kvitt.operations.api;

import dev.kvitt.operations.store.Rebuild;
import dev.kvitt.operations.store.Rebuilds;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The ledger read anew from the topics, for whoever asks. Each decision is written down with its reason. */
@Singleton
public class LedgerRebuilds {

    private static final Logger LOG = Logger.getLogger(LedgerRebuilds.class);

    private final Rebuilds rebuilds;

    LedgerRebuilds(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** The latest first. */
    public List<Rebuild> all() {
        return rebuilds.all();
    }

    public Rebuild one(String id) {
        try {
            return rebuilds.find(UUID.fromString(id)).orElseThrow(LedgerRebuilds::noRebuild);
        } catch (IllegalArgumentException e) {
            throw noRebuild();
        }
    }

    /** The live ledger stays as it is, and live, until somebody swaps. */
    public Rebuild begin(String reason, String who) {
        var begun = rebuilds.begin(who, Decider.why(reason))
                .orElseThrow(() -> Problem.conflict(
                        "one-at-a-time", "A rebuild is under way. Wait for it, swap it in, or give it up first."));
        LOG.infof("%s rebuilds the ledger: %s", who, begun.id());
        return begun;
    }

    public Rebuild swap(String id, String reason, String who) {
        var why = Decider.why(reason);
        if (!rebuilds.swap(one(id).id(), who, why)) {
            throw Problem.conflict(
                    "not-ready",
                    "Only a rebuild that is ready and has lost no message can be swapped in. Nothing was changed;"
                            + " look at its state and its differences.");
        }
        LOG.infof("%s has swapped in the rebuilt ledger: %s", who, id);
        return one(id);
    }

    public Rebuild giveUp(String id, String reason, String who) {
        var why = Decider.why(reason);
        if (!rebuilds.giveUp(one(id).id(), who, why)) {
            throw Problem.conflict("over", "The rebuild is over already. Nothing was changed.");
        }
        LOG.infof("%s has given up the rebuild of the ledger: %s", who, id);
        return one(id);
    }

    private static Problem noRebuild() {
        return Problem.notFound(
                "no-such-rebuild", "There is no such rebuild; the list of rebuilds names those there are.");
    }
}
