package dev.kvitt.checkin.messaging;

import dev.kvitt.messaging.store.Effects;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import java.util.stream.Stream;

/** Counts what became of scans, and how customers were identified or remembered, once it is committed. */
final class ScanCounts {

    private ScanCounts() {}

    /** What became of a scan. */
    enum Outcome {
        /** It opened a machine's sale. */
        OPENED,
        /** It came to a till's printed code, where it meets a basket or not. */
        AT_TILL,
        /** Too old to count: its customer stands there and has to scan again. */
        STALE,
        /** By who has the code already. */
        SAME_CUSTOMER,
        /** Its till takes no new sales any more. */
        SWITCHED_OFF,
        /** Its code is in no till of the registry that takes new sales; counted when it is read, also when it is read again. */
        IGNORED
    }

    /** How a customer came to be known to a till's sale. */
    enum How {
        /** By a scan of the till's printed code. */
        SCAN,
        /** By a personal code that was exchanged for a number. */
        EXCHANGED,
        /** By a personal code that gave no number and was passed on as it is. */
        AS_SHOWN,
        /** They pressed pay on our page. */
        PAGE
    }

    /** What became of a customer's agreement to be remembered. */
    enum Remembered {
        /** Their number is kept. */
        KEPT,
        /** Vipps has not told it for as long as it may. */
        NOT_TOLD
    }

    /** From 0: whoever watches for growth would not see the first of something that was not there before. */
    static void begin() {
        Stream.of(Outcome.values()).forEach(ScanCounts::scans);
        Stream.of(How.values()).forEach(ScanCounts::customers);
        Stream.of(Remembered.values()).forEach(ScanCounts::remembered);
    }

    static void scan(Outcome outcome, Effects effects) {
        effects.afterCommit(() -> scans(outcome).increment());
    }

    static void ignored() {
        scans(Outcome.IGNORED).increment();
    }

    static void identified(How how, Effects effects) {
        effects.afterCommit(() -> customers(how).increment());
    }

    static void remembered(Remembered what, Effects effects) {
        effects.afterCommit(() -> remembered(what).increment());
    }

    private static Counter remembered(Remembered what) {
        return Metrics.counter("kvitt.customers.remembered", "outcome", word(what));
    }

    private static Counter scans(Outcome outcome) {
        return Metrics.counter("kvitt.scans", "outcome", word(outcome));
    }

    private static Counter customers(How how) {
        return Metrics.counter("kvitt.customers.identified", "how", word(how));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
