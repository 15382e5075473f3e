package dev.kvitt.checkin.api;

import java.util.List;

/**
 * What is around every page.
 *
 * @param here its address, without the host
 * @param state changes when there is something else to see
 * @param every seconds after which to look again; 0: never
 * @param brand what customers of this market call Vipps MobilePay
 */
public record PageFrame(PageLanguage language, String here, String state, int every, String brand) {

    public List<PageLanguage> languages() {
        return List.of(PageLanguage.values());
    }

    public String text(String key) {
        return PageTexts.text(language, key, brand);
    }

    public String text(String key, String value) {
        return PageTexts.text(language, key, brand, value);
    }
}
