package dev.kvitt.checkin.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.qr.BeaconId;
import dev.kvitt.vipps.client.qr.LocationDescription;
import dev.kvitt.vipps.client.qr.MerchantCallbackQr;
import dev.kvitt.vipps.client.qr.MerchantQrId;
import dev.kvitt.vipps.client.qr.Qr;
import dev.kvitt.vipps.client.qr.QrFormat;
import dev.kvitt.vipps.client.qr.QrLife;
import dev.kvitt.vipps.client.qr.RedirectQr;
import dev.kvitt.vipps.client.qr.RedirectQrCode;
import dev.kvitt.vipps.client.qr.RedirectQrId;
import dev.kvitt.vipps.client.qr.RedirectTarget;
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

    /** All redirect codes of a sales unit, other systems' among them. Empty as {@link #put}. */
    Optional<Outcome<List<RedirectQrCode>>> listRedirects(String msn) {
        return vipps.of(new Msn(msn)).map(api -> api.redirectQr().list(new QrFormat.TargetUrl()));
    }

    /** The print never works again, even where the id is used anew. Empty as {@link #put}. */
    Optional<Outcome<NoContent>> deleteRedirect(String msn, String qrId) {
        return vipps.of(new Msn(msn)).map(api -> api.redirectQr().delete(new RedirectQrId(qrId)));
    }

    /** Makes a redirect code, or leads the one that is there. Safe to repeat. Empty as {@link #put}. */
    Optional<Outcome<RedirectQrCode>> lead(String msn, String qrId, String target) {
        return vipps.of(new Msn(msn)).map(api -> lead(api.redirectQr(), new RedirectQrId(qrId), target));
    }

    private static Outcome<RedirectQrCode> lead(RedirectQr codes, RedirectQrId id, String target) {
        var page = new RedirectTarget(target);
        var made = codes.create(id, page, new QrLife.Endless(), new QrFormat.TargetUrl());
        return made instanceof Outcome.Refused<RedirectQrCode>(var error) && Qr.isTaken(error)
                ? codes.update(id, page, new QrFormat.TargetUrl())
                : made;
    }

    /** Takes over an old printed MobilePay code. Empty as {@link #put}. */
    Optional<Outcome<NoContent>> takeOver(String msn, String beaconId, String location) {
        return vipps.of(new Msn(msn))
                .map(api -> api.qr().putMobilePayCallback(new BeaconId(beaconId), new LocationDescription(location)));
    }

    /** One redirect code, with the text in it. Empty as {@link #put}. */
    Optional<Outcome<RedirectQrCode>> getRedirect(String msn, String qrId) {
        return vipps.of(new Msn(msn))
                .map(api -> api.redirectQr().get(new RedirectQrId(qrId), new QrFormat.TargetUrl()));
    }

    /** One code, with the text in it. Empty as {@link #put}. */
    Optional<Outcome<MerchantCallbackQr>> get(String msn, String qrId) {
        return vipps.of(new Msn(msn)).map(api -> api.qr().getMerchantCallback(new MerchantQrId(qrId)));
    }

    /** Safe to repeat. Empty for a sales unit that is no longer in the registry, so that there are no keys to call with. */
    Optional<Outcome<NoContent>> put(String msn, String qrId, String location) {
        return vipps.of(new Msn(msn))
                .map(api -> api.qr().putMerchantCallback(new MerchantQrId(qrId), new LocationDescription(location)));
    }
}
