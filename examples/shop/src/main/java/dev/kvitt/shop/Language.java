package dev.kvitt.shop;

import java.util.Locale;

/** The languages of the shop. */
public enum Language {
    NB("Norsk"),
    DA("Dansk"),
    FI("Suomi"),
    EN("English");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** For {@code lang} in HTML, and the name of the texts. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What those who speak it call it. */
    public String ownName() {
        return ownName;
    }
}
