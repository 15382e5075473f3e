package dev.kvitt.gateway.api;

import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Msn;
import dev.kvitt.events.seal.Sealed;
import java.time.Instant;
import java.util.List;

/**
 * The body of {@code user.checked-in.v1}. The sales unit is in {@code msn} or, in older text of Vipps, in
 * {@code merchantSerialNumber}.
 *
 * @param customerToken in clear; leaves this class only sealed or as part of an id
 */
record CheckInBody(Msn msn, String merchantQrId, String customerToken, Instant initiatedAt) {

    private static final int MAX_QR_ID = 128;
    private static final int MAX_TOKEN = 4_000;
    private static final List<String> SALES_UNIT = List.of("msn", "merchantSerialNumber");

    static CheckInBody read(byte[] raw, Msn registered) throws UnreadableBodyException, OtherSalesUnitException {
        var fields = BodyFields.of(raw);
        var names = SALES_UNIT.stream().filter(fields::has).toList();
        if (names.isEmpty()) {
            throw new UnreadableBodyException("msn is missing");
        }
        for (var name : names) {
            fields.requireSalesUnit(name, registered);
        }
        return new CheckInBody(
                registered,
                fields.text("merchantQrId", MAX_QR_ID),
                fields.text("customerToken", MAX_TOKEN),
                fields.time("initiatedAt"));
    }

    CheckedIn sealed(Sealed token) {
        return new CheckedIn(msn, merchantQrId, Ids.checkIn(msn, merchantQrId, customerToken), token, initiatedAt);
    }

    @Override
    public String toString() {
        return "CheckInBody[" + msn + ", " + merchantQrId + "]";
    }
}
