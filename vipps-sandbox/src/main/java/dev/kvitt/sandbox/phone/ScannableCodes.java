package dev.kvitt.sandbox.phone;

import java.util.List;

/** The printed codes of a merchant. */
public record ScannableCodes(String merchant, List<Code> codes) {

    /**
     * @param about where it hangs, or its id
     * @param content what it says
     * @param opensPage whether it opens a page of the merchant; otherwise it tells the merchant who is there
     */
    public record Code(String id, String about, String content, boolean opensPage) {}
}
