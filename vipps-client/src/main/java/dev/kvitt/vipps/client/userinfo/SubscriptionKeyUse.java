package dev.kvitt.vipps.client.userinfo;

/**
 * Whether the subscription key goes along to the Userinfo API. Vipps' texts disagree: the specification has it, newer pages call it optional,
 * and the login pages report 401 for sending it.
 */
public enum SubscriptionKeyUse {
    /** Left out: the safer way, and the default. */
    OMITTED,
    /** Sent, as to all other APIs. */
    SENT
}
