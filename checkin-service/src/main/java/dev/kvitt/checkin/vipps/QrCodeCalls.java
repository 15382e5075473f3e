package dev.kvitt.checkin.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.qr.LocationDescription;
import dev.kvitt.vipps.client.qr.MerchantQrId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Puts printed codes at Vipps. */
@Singleton
public class QrCodeCalls {

    private final VippsAccess vipps;

    QrCodeCalls(VippsAccess vipps) {
        this.vipps = vipps;
    }

    /** Safe to repeat. Empty for a sales unit that is no longer in the registry, so that there are no keys to call with. */
    Optional<Outcome<NoContent>> put(String msn, String qrId, String location) {
        return vipps.of(new Msn(msn))
                .map(api -> api.qr().putMerchantCallback(new MerchantQrId(qrId), new LocationDescription(location)));
    }
}
