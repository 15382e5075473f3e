package dev.kvitt.payment.domain;

/** Codes of refusals that the saga acts on. Those of Vipps are theirs with {@code vipps-} before them. */
final class Codes {

    /** The reference belongs to a payment that is not ours. */
    static final String REFERENCE_TAKEN = "reference-taken";
    /** Whatever Vipps itself said no to: the request was seen, and nothing came of it. */
    static final String FROM_VIPPS = "vipps-";
    /** Capture-service never sent the request to Vipps and never will. */
    static final String NOT_SENT = "not-sent-";

    static final String TOKEN_TOO_OLD = "vipps-4050";
    static final String PERSONAL_QR_TOO_OLD = "vipps-4060";
    static final String PUSH_NOT_ALLOWED = "vipps-5080";

    private Codes() {}

    /** Whether nothing can come of a request that was refused like this. */
    static boolean isCertain(String refusal) {
        return refusal.startsWith(FROM_VIPPS) || refusal.startsWith(NOT_SENT);
    }
}
