package dev.kvitt.gateway.domain;

/** Where a registration stands in its life. */
public enum RegistrationState {
    /** Vipps is about to be asked, or was asked and the answer was lost with the secret in it. */
    WANTED,
    /** At Vipps, and its secret is stored. */
    REGISTERED,
    /** Replaced, or deleted by Vipps. What still arrives for it is taken, since Vipps retries for 7 days. */
    RETIRED
}
