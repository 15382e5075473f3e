package dev.kvitt.vipps.client.qr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import dev.kvitt.vipps.client.http.Json;
import dev.kvitt.vipps.client.http.JsonAnswer;
import java.util.List;

/** Callback codes over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#qr()}. */
public final class HttpQr implements Qr {
    private static final String CODES = "/qr/v1/merchant-callback";
    private static final String CODE = CODES + "/{merchantQrId}";

    private final Calls calls;

    public HttpQr(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome<NoContent> putMerchantCallback(MerchantQrId id, LocationDescription place) {
        return calls.make(Call.put(CODE, id.value()).body(body(place)), AnswerReader.noContent());
    }

    @Override
    public Outcome<NoContent> putMobilePayCallback(BeaconId id, LocationDescription place) {
        Call call = Call.put(CODES + "/mobilepay/{beaconId}", id.value()).body(body(place));
        return calls.make(call, AnswerReader.noContent());
    }

    @Override
    public Outcome<MerchantCallbackQr> getMerchantCallback(MerchantQrId id, QrFormat.Image image) {
        return calls.make(as(image, Call.get(CODE, id.value())), AnswerReader.json(HttpQr::code));
    }

    @Override
    public Outcome<List<MerchantCallbackQr>> listMerchantCallbacks(QrFormat.Image image) {
        return calls.make(as(image, Call.get(CODES)), AnswerReader.json(json -> json.elements().stream()
                .map(HttpQr::code)
                .toList()));
    }

    @Override
    public Outcome<NoContent> deleteMerchantCallback(MerchantQrId id) {
        return calls.make(Call.delete(CODE, id.value()), AnswerReader.noContent());
    }

    private static JsonNode body(LocationDescription place) {
        return Json.object().put("locationDescription", place.value());
    }

    private static Call as(QrFormat.Image image, Call call) {
        return switch (image) {
            case QrFormat.Svg() -> call.query("QrImageFormat", "SVG");
            case QrFormat.Png(int size) ->
                call.query("QrImageFormat", "PNG").query("QrImageSize", Integer.toString(size));
        };
    }

    private static MerchantCallbackQr code(JsonAnswer answer) {
        return new MerchantCallbackQr(
                new MerchantQrId(answer.text("merchantQrId")),
                answer.anyText("locationDescription").orElse(""),
                answer.text("qrImageUrl"),
                answer.text("qrContent"));
    }
}
