package dev.kvitt.sandbox.phone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is around every page.
 *
 * @param owner whose phone it is; null = nobody has chosen yet
 * @param tab which of the phone's four places this is; null = none
 * @param here where this page is, to come back to
 */
public record Frame(Person owner, Tab tab, PhoneLanguage language, String here) {

    /** The phone's places. */
    public enum Tab {
        REQUESTS,
        SCAN,
        CODE,
        WALLET
    }

    public List<PhoneLanguage> languages() {
        return List.of(PhoneLanguage.values());
    }

    /** The link that changes the language and comes back. */
    public String change(PhoneLanguage other) {
        return "/phone/language/" + other.tag() + "?back=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    public boolean isAt(String name) {
        return tab != null && tab.name().equals(name);
    }
}
