package dev.kvitt.checkin.domain;

import dev.kvitt.events.Msn;
import java.util.Map;
import java.util.Optional;

/** Printed codes at Vipps MobilePay, for who orders something and waits for it. What Vipps did not confirm is tried on. */
public interface CodesAtVipps {

    /** Tells Vipps of a code as it is wanted now. */
    void put(PrintedCode code);

    /**
     * Deletes a code that is wanted no more.
     *
     * @return whether Vipps does not have it any more; else it is tried on
     */
    boolean delete(PrintedCode code);

    /**
     * Deletes a code that was never ours.
     *
     * @return whether Vipps does not have it any more; else nothing is tried on
     */
    boolean deleteUnwanted(PrintedCode code);

    /**
     * Compares what Vipps has with what is wanted, and repairs.
     *
     * @return whether Vipps said what it has
     */
    boolean compare(Msn msn);

    /** The text in a code, which never changes; empty when Vipps did not say. */
    Optional<String> content(PrintedCode code, CodeKind kind);

    /** The texts in all codes of this kind of a sales unit, by their ids; empty when Vipps did not say. */
    Optional<Map<String, String>> contents(Msn msn, CodeKind kind);
}
