package dev.kvitt.operations.store;

import java.time.Instant;
import java.util.UUID;

/**
 * One reading of all topics from the beginning into the ledger that is not live.
 *
 * @param target the schema it is written to
 * @param askedBy who wanted it
 * @param cleared what stood in the target is gone
 * @param carriedTo messages of the live ledger up to this key are carried over where Kafka has them no longer
 * @param carried how many were
 * @param foldedTo sales up to this key are folded; absent when all are
 * @param read messages
 * @param toRead messages there were when it began
 * @param sales folded so far
 * @param differences to the live ledger, as JSON; absent until it is ready
 * @param failure why it failed; absent otherwise
 * @param finishedAt absent while it goes on
 */
public record Rebuild(
        UUID id,
        State state,
        String target,
        String askedBy,
        String reason,
        boolean cleared,
        String carriedTo,
        long carried,
        String foldedTo,
        long read,
        long toRead,
        long sales,
        String differences,
        String failure,
        Instant startedAt,
        Instant finishedAt) {

    /** The schema of the ledger that it may replace. */
    String live() {
        return target.equals("ledger_a") ? "ledger_b" : "ledger_a";
    }

    /** How far it is. */
    public enum State {
        READING("reading"),
        FOLDING("folding"),
        /** It has been compared, and goes on reading what comes in. */
        READY("ready"),
        SWAPPED("swapped"),
        FAILED("failed"),
        GIVEN_UP("given-up");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As rows and answers name it. */
        public String word() {
            return word;
        }

        static State of(String word) {
            for (var state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            throw new IllegalStateException("no state of a rebuild: " + word);
        }
    }
}
