package dev.kvitt.vipps.rules.idempotency;

import dev.kvitt.vipps.rules.ErrorCode;

/**
 * What a key says about a request.
 *
 * @param <A> the kind of remembered answer
 */
public sealed interface KeyVerdict<A> {

    /** Not seen, or forgotten: do it, and remember the answer. */
    record Fresh<A>() implements KeyVerdict<A> {}

    /** A retry: repeat the answer, do nothing. */
    record Replay<A>(A answer) implements KeyVerdict<A> {}

    /** The key was used for something else. */
    record Conflict<A>(ErrorCode code) implements KeyVerdict<A> {}
}
