package dev.kvitt.gateway.world;

/** Bodies as Vipps sends them. */
public final class Bodies {

    public static final String CUSTOMER_TOKEN = "wbA8ceVRKkoYiQAVELHeFCC3Sn5dtNCvvEtVPiOT77j6wx7uR965AG6Q+q0ATP4=";

    private Bodies() {}

    /** An authorized payment of the sales unit, with everything Vipps may say of the customer. */
    public static String authorized(String msn, String reference) {
        return """
                {"msn":"%s","reference":"%s","pspReference":"psp-1","name":"AUTHORIZED",
                 "amount":{"currency":"NOK","value":5000},"timestamp":"2026-11-21T10:00:00.1234567Z",
                 "idempotencyKey":"key-1","success":true,"captureGuaranteedUntil":"2026-11-28T10:00:00.000+00:00",
                 "sub":"c06c4afe-d9e1-4c5d-939a-177d752a0944","profile":{"sub":"c06c4afe"},
                 "userDetails":{"firstName":"Ada","mobileNumber":"4791234567"},
                 "shippingDetails":{"address":{"city":"Secret City"}},"somethingNew":[1,2]}
                """
                .formatted(msn, reference);
    }

    /** A check-in; {@code salesUnitField} is {@code msn} or the older {@code merchantSerialNumber}. */
    public static String checkedIn(String salesUnitField, String msn) {
        return """
                {"customerToken":"%s","merchantQrId":"machine-1-qr","%s":"%s",
                 "initiatedAt":"2026-11-21T10:00:00.3061965Z"}
                """
                .formatted(CUSTOMER_TOKEN, salesUnitField, msn);
    }
}
