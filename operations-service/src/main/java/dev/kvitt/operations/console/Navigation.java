package dev.kvitt.operations.console;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages, in the order of the navigation. */
final class Navigation {

    static final String HOME = "/console";

    static final Map<String, String> PAGES = pages();

    private Navigation() {}

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put(HOME, "Sales");
        pages.put(TakingsPage.PATH, "Takings");
        pages.put("/console/deadlines", "Deadlines");
        pages.put("/console/parked", "Parked");
        pages.put("/console/quarantine", "Quarantine");
        pages.put("/console/findings", "Findings");
        pages.put("/console/reconciliations", "Reconciliations");
        pages.put("/console/replays", "Replays");
        pages.put("/console/rebuilds", "Rebuilds");
        pages.put("/console/registrations", "Registrations");
        pages.put("/console/lag", "Lag");
        pages.put("/console/checklists", "Checklists");
        pages.put("/console/customers", "Customers");
        pages.put("/console/audit", "Audit");
        return Collections.unmodifiableMap(pages);
    }
}
