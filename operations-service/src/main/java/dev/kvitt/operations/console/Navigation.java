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
        pages.put("/console/deadlines", "Deadlines");
        return Collections.unmodifiableMap(pages);
    }
}
