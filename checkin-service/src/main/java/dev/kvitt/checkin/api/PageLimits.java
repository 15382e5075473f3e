package dev.kvitt.checkin.api;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.PageKey;
import dev.kvitt.checkin.store.PageVisits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How often one address, and all together at one printed code, may ask in a minute. */
@Singleton
public class PageLimits {

    private final PageVisits visits;
    private final PageKey key;
    private final CheckinConfig.Page limits;

    @Inject
    PageLimits(PageVisits visits, PageKey key, CheckinConfig config) {
        this(visits, key, config.checkin().page());
    }

    PageLimits(PageVisits visits, PageKey key, CheckinConfig.Page limits) {
        this.visits = visits;
        this.key = key;
        this.limits = limits;
    }

    boolean mayLook(PageVisit visit) {
        return isWithin("look", visit, limits.looksPerSource());
    }

    boolean mayLook(PageVisit visit, PrintedCode code) {
        return mayLook(visit) && isWithin("look", code, limits.looksPerCode());
    }

    boolean mayPress(PageVisit visit, PrintedCode code) {
        return isWithin("press", visit, limits.pressesPerSource()) && isWithin("press", code, limits.pressesPerCode());
    }

    /** Addresses are personal data: only a keyed hash is written down. */
    private boolean isWithin(String what, PageVisit visit, int limit) {
        return visits.count(what + " from " + key.sign("source", visit.source())) <= limit;
    }

    private boolean isWithin(String what, PrintedCode code, int limit) {
        return visits.count(what + " at " + code.msn() + "/" + code.qrId()) <= limit;
    }
}
