package dev.kvitt.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** When our ledger, Vipps' payments and Vipps' report are held against each other, and when a difference counts. */
@ConfigMapping(prefix = "kvitt.reconciliation")
public interface ReconcileConfig {

    /** Whether it is done every hour, at a minute that is not among the first ten; by command it is done always. */
    @WithDefault("true")
    boolean hourly();

    /** Whether Vipps has a report of the sales units: in production it has, its test environment has none. */
    @WithDefault("true")
    boolean report();

    /** How long a capture or refund may take into the report. */
    @WithDefault("PT26H")
    Duration reportGrace();

    /** How long what happened at Vipps may take into our ledger. */
    @WithDefault("PT15M")
    Duration flight();

    /** How long a customer's money may be reserved before somebody has to say why. */
    @WithDefault("PT24H")
    Duration forgottenAfter();

    /** How long a receipt may take after the capture. */
    @WithDefault("PT2H")
    Duration receiptGrace();

    /** How old what Vipps said of a payment may be before it is asked again; at least a minute, so that reads stay within this service's share. */
    @WithDefault("PT1H")
    Duration lookAgainAfter();

    /** How many payments Vipps is asked about in one run, two reads each. */
    @WithDefault("500")
    int looksPerRun();

    /** Sales units (MSN) on which other systems sell, too: their payments are no finding. */
    Optional<Set<String>> sharedSalesUnits();
}
