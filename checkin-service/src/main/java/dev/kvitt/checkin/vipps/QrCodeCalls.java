package dev.kvitt.checkin.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.qr.LocationDescription;
import dev.kvitt.vipps.client.qr.MerchantCallbackQr;
import dev.kvitt.vipps.client.qr.MerchantQrId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Printed codes at Vipps. */
@Singleton
public class QrCodeCalls {

    private final VippsAccess vipps;

    QrCodeCalls(VippsAccess vipps) {
        this.vipps = vipps;
    }

    /** All codes of a sales unit, other systems' among them. Empty as {@link #put}. */
    Optional<Outcome<List<MerchantCallbackQr>>> list(String msn) {
        return vipps.of(new Msn(msn)).map(api -> api.qr().listMerchantCallbacks());
    }

    /** Whoever scans the print afterwards is told that it does not exist. Safe to repeat. Empty as {@link #put}. */
    Optional<Outcome<NoContent>> delete(String msn, String qrId) {
        return vipps.of(new Msn(msn)).map(api -> api.qr().deleteMerchantCallback(new MerchantQrId(qrId)));
    }

    /** Safe to repeat. Empty for a sales unit that is no longer in the registry, so that there are no keys to call with. */
    Optional<Outcome<NoContent>> put(String msn, String qrId, String location) {
        return vipps.of(new Msn(msn))
                .map(api -> api.qr().putMerchantCallback(new MerchantQrId(qrId), new LocationDescription(location)));
    }
}
