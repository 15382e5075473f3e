package dev.kvitt.checkin.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import dev.kvitt.vipps.client.MerchantSerialNumber;
import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.SalesUnitKeys;
import dev.kvitt.vipps.client.VippsClient;
import dev.kvitt.vipps.client.qr.LocationDescription;
import dev.kvitt.vipps.client.qr.MerchantQrId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Puts printed codes at Vipps. */
@Singleton
public class QrCodeCalls {

    private final Registry registry;
    private final VippsClient vipps;

    QrCodeCalls(Registry registry, VippsClient vipps) {
        this.registry = registry;
        this.vipps = vipps;
    }

    /** Safe to repeat. Empty for a sales unit that is no longer in the registry, so that there are no keys to call with. */
    Optional<Outcome<NoContent>> put(String msn, String qrId, String location) {
        return registry.salesUnit(new Msn(msn)).map(unit -> vipps.forSalesUnit(keys(unit))
                .qr()
                .putMerchantCallback(new MerchantQrId(qrId), new LocationDescription(location)));
    }

    private static SalesUnitKeys keys(SalesUnit unit) {
        var keys = unit.keys();
        return new SalesUnitKeys(
                new MerchantSerialNumber(unit.msn().value()),
                keys.clientId(),
                keys.clientSecret(),
                List.of(keys.subscriptionKey()));
    }
}
