package dev.kvitt.vipps.client.testing;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.MerchantSerialNumber;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.SalesUnitKeys;
import dev.kvitt.vipps.client.SystemName;
import dev.kvitt.vipps.client.VippsApi;
import dev.kvitt.vipps.client.VippsClient;
import dev.kvitt.vipps.client.VippsEnvironment;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Values the tests share. */
public final class Samples {
    public static final Reference REFERENCE = new Reference("vend-4711-20261121-1");
    public static final IdempotencyKey KEY = new IdempotencyKey("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed");
    public static final SystemName SYSTEM = new SystemName("kvitt", "0.1.0", "kvitt-vipps-client", "0.1.1");

    private Samples() {}

    public static Amount nok(long value) {
        return new Amount(Currency.NOK, value);
    }

    public static SalesUnitKeys keys() {
        return new SalesUnitKeys(
                new MerchantSerialNumber("123456"),
                "the-client-id",
                "the-client-secret",
                List.of("the-subscription-key", "the-second-key"));
    }

    public static VippsClient client(URI uri, InstantSource clock) {
        return new VippsClient(VippsEnvironment.of(uri, SYSTEM), clock);
    }

    /** A client that gives up soon. */
    public static VippsClient impatientClient(URI uri, InstantSource clock) {
        return new VippsClient(
                new VippsEnvironment(uri, Duration.ofMillis(300), Duration.ofMillis(1800), SYSTEM), clock);
    }

    public static VippsApi api(VippsClient client) {
        return client.forSalesUnit(keys());
    }

    /** A payment as Vipps answers it, with this much captured and cancelled of 5000. */
    public static String payment(long captured, long cancelled) {
        return """
                {"aggregate":{"authorizedAmount":{"currency":"NOK","value":5000},"cancelledAmount":{"currency":"NOK","value":%d},
                 "capturedAmount":{"currency":"NOK","value":%d},"refundedAmount":{"currency":"NOK","value":0}},
                 "amount":{"currency":"NOK","value":5000},"state":"AUTHORIZED","paymentMethod":{"type":"WALLET"},
                 "profile":{},"pspReference":"37c34d8c-2649-448e-864b-060d5d93e4c4","reference":"%s"}"""
                .formatted(cancelled, captured, REFERENCE);
    }
}
