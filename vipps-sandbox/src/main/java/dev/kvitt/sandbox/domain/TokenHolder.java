package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;

/** Whose access token it is. */
public sealed interface TokenHolder {

    /** A merchant's software, by the keys of one sales unit. */
    record Merchants(Msn msn) implements TokenHolder {}

    /** An accounting system: it may read reports and nothing else. */
    record Accountants(String clientId) implements TokenHolder {}
}
