package dev.kvitt.vipps.client.qr;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.VippsError;
import java.util.List;

/**
 * Printed callback QR codes (QR API, "merchant callback QR"): a scan makes Vipps tell us that somebody is there and wants to pay. Refusals
 * of all calls: 400 (values), 401 and 403 (keys), 404 (no such code).
 */
public interface Qr {
    /** Creates the code or renames its place (200). The image stays the same; get it with {@link #getMerchantCallback}. */
    Outcome<NoContent> putMerchantCallback(MerchantQrId id, LocationDescription place);

    /**
     * Takes over an old printed MobilePay code (200) without changing the print: a scan of it is told with the beacon's id as the {@code
     * merchantQrId}. Refused with 409 where another sales unit has it.
     */
    Outcome<NoContent> putMobilePayCallback(BeaconId id, LocationDescription place);

    /** One code, with a link to its image. The link may change with time, the code in it never does: ask again rather than keep it. */
    Outcome<MerchantCallbackQr> getMerchantCallback(MerchantQrId id, QrFormat.Image image);

    /** One code, with its image as scalable graphics. */
    default Outcome<MerchantCallbackQr> getMerchantCallback(MerchantQrId id) {
        return getMerchantCallback(id, new QrFormat.Svg());
    }

    /** All codes of the sales unit, other systems' among them. */
    Outcome<List<MerchantCallbackQr>> listMerchantCallbacks(QrFormat.Image image);

    /** All codes, with their images as scalable graphics. */
    default Outcome<List<MerchantCallbackQr>> listMerchantCallbacks() {
        return listMerchantCallbacks(new QrFormat.Svg());
    }

    /** Deletes a code (200). Who scans the print afterwards is told that it does not exist, instead of waiting. */
    Outcome<NoContent> deleteMerchantCallback(MerchantQrId id);

    /** Whether a refusal says that another has the id: a beacon, or a redirect code's id. */
    static boolean isTaken(VippsError error) {
        return error.stage() == VippsError.Stage.CALL && error.status() == 409;
    }
}
