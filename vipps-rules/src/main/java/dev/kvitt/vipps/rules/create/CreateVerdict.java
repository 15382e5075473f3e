package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.Refusal;

/** What the rules say to a create request. */
public sealed interface CreateVerdict {

    record Accepted(CreateOrder order) implements CreateVerdict {}

    record Refused(Refusal refusal) implements CreateVerdict {}
}
