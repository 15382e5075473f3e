package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.PaymentEvent;

/** Enters into ledgers what moved money. Called in the order of events, within the group of changes that makes them. */
public interface Bookkeeper {

    /** Also hears of events that move no money. */
    void happened(Msn msn, PaymentEvent event);
}
