package dev.kvitt.vipps.client.epayment;

/**
 * What a customer is asked to share. All or nothing: who shares not even one of them fails the payment, so ask for as few as possible
 * (ePayment, "profile sharing").
 */
public enum ProfileScope {
    NAME("name"),
    ADDRESS("address"),
    EMAIL("email"),
    PHONE_NUMBER("phoneNumber"),
    BIRTH_DATE("birthDate"),
    /** The national identity number. The sales unit needs Vipps' approval (error 5030 otherwise). */
    NIN("nin");

    private final String word;

    ProfileScope(String word) {
        this.word = word;
    }

    /** Vipps' word for it. */
    public String word() {
        return word;
    }
}
