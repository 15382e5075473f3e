package dev.kvitt.payment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;

/**
 * Whether a sales unit's customers can be asked now.
 *
 * @param reason only when closed: {@code switched-off}, {@code kvitt-away} or {@code vipps-away}
 * @param sentence why, for a person; only when closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Availability(String msn, boolean open, String reason, String sentence) {

    /** Why it is closed. */
    enum Reason {
        SWITCHED_OFF(
                "This sales unit takes no new sales.",
                "Dette salgsstedet tar ikke imot nye salg.",
                "Dette salgssted tager ikke imod nye salg.",
                "Tämä myyntipiste ei ota vastaan uusia myyntejä."),
        KVITT_AWAY(
                "Kvitt cannot reach its Kafka or its database. Sales wait.",
                "Kvitt når ikke sin Kafka eller database. Salg venter.",
                "Kvitt kan ikke nå sin Kafka eller database. Salg venter.",
                "Kvitt ei saa yhteyttä Kafkaan tai tietokantaansa. Myynnit odottavat."),
        VIPPS_AWAY(
                "Vipps MobilePay does not answer at the moment.",
                "Vipps MobilePay svarer ikke akkurat nå.",
                "Vipps MobilePay svarer ikke lige nu.",
                "Vipps MobilePay ei vastaa juuri nyt.");

        private final Sentence sentence;

        Reason(String english, String norwegian, String danish, String finnish) {
            this.sentence = new Sentence(english, norwegian, danish, finnish);
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String sentence(Language language) {
            return sentence.in(language);
        }
    }

    static Availability open(String msn) {
        return new Availability(msn, true, null, null);
    }

    static Availability closed(String msn, Reason reason, Language language) {
        return new Availability(msn, false, reason.code(), reason.sentence(language));
    }
}
