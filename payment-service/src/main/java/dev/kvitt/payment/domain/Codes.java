package dev.kvitt.payment.domain;

/** Codes of refusals that the saga acts on. Those of Vipps are theirs with {@code vipps-} before them. */
final class Codes {

    /** The reference belongs to a payment that is not ours. */
    static final String REFERENCE_TAKEN = "reference-taken";
    /** Whatever Vipps itself said no to: the request was seen, and nothing came of it. */
    static final String FROM_VIPPS = "vipps-";

    static final String TOKEN_TOO_OLD = "vipps-4050";
    static final String PERSONAL_QR_TOO_OLD = "vipps-4060";
    static final String PUSH_NOT_ALLOWED = "vipps-5080";

    private Codes() {}
}
