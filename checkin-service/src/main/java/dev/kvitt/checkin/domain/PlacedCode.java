package dev.kvitt.checkin.domain;

import dev.kvitt.registry.Flow;
import dev.kvitt.registry.TillInShop;
import java.time.Instant;
import java.util.Optional;

/**
 * A printed code that is to work, and where it is.
 *
 * @param tillId the till it is in, or was in last
 * @param till that till; empty where the registry does not have it any more
 * @param inTill false: taken out of its till, or another code took its place; a scan opens nothing
 * @param fileTill the till that the registry file gives it; empty for one that was made over HTTP
 * @param since when it was ordered there; empty for a code of the file that nobody has moved
 */
public record PlacedCode(
        PrintedCode code,
        CodeKind kind,
        String tillId,
        Optional<TillInShop> till,
        String location,
        boolean inTill,
        Optional<String> fileTill,
        Optional<Instant> since) {

    public boolean ofFile() {
        return fileTill.isPresent();
    }

    /**
     * Whether the code came here after a scan, so that whoever scanned may have stood at another till.
     *
     * @param initiatedAt by Vipps' clock
     */
    public boolean cameAfter(Instant initiatedAt) {
        return since.filter(initiatedAt::isBefore).isPresent();
    }

    /** Empty for a code in no till, and for a till, shop or sales unit that takes no new sales. */
    public Optional<TillInShop> open() {
        return till.filter(found -> inTill && found.acceptsNewSales());
    }

    public Optional<Flow> flow() {
        return till.map(found -> found.till().flow());
    }

    PlacedCode out() {
        return new PlacedCode(code, kind, tillId, till, location, false, fileTill, since);
    }
}
