package dev.kvitt.vipps.client.qr;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import java.util.List;

/** Printed callback QR codes: a scan makes Vipps tell us that somebody is there and wants to pay. */
public interface Qr {
    /** Creates the code or renames its place. The image stays the same; get it with {@link #getMerchantCallback}. */
    Outcome<NoContent> putMerchantCallback(MerchantQrId id, LocationDescription place);

    /** One code, with its image as scalable graphics. */
    Outcome<MerchantCallbackQr> getMerchantCallback(MerchantQrId id);

    /** All codes of the sales unit, other systems' among them. */
    Outcome<List<MerchantCallbackQr>> listMerchantCallbacks();

    /** Deletes a code. Who scans the print afterwards is told that it does not exist. */
    Outcome<NoContent> deleteMerchantCallback(MerchantQrId id);
}
