package dev.kvitt.local.demo;

import dev.kvitt.local.stack.Progress;

/** One of the ways to sell, shown on a running installation. */
public interface DemoFlow {

    /** As in {@code ./kvitt demo --flow NAME}. */
    String name();

    /** Whether a demo shows it without being asked for it by name. */
    default boolean unasked() {
        return true;
    }

    /**
     * Makes its sales, prints their timelines and the ledger beside Vipps' own aggregates.
     *
     * @return whether both agree and nothing is left reserved
     */
    boolean run(Addresses addresses, Progress progress);
}
