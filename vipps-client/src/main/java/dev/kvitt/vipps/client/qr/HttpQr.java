package dev.kvitt.vipps.client.qr;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import dev.kvitt.vipps.client.http.Json;
import dev.kvitt.vipps.client.http.JsonAnswer;
import java.util.List;

/** The QR API over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#qr()}. */
public final class HttpQr implements Qr {
    private static final String CODES = "/qr/v1/merchant-callback";
    private static final String CODE = CODES + "/{merchantQrId}";

    private final Calls calls;

    public HttpQr(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome<NoContent> putMerchantCallback(MerchantQrId id, LocationDescription place) {
        return calls.make(
                Call.put(CODE, id.value()).body(Json.object().put("locationDescription", place.value())),
                AnswerReader.noContent());
    }

    @Override
    public Outcome<MerchantCallbackQr> getMerchantCallback(MerchantQrId id) {
        return calls.make(Call.get(CODE, id.value()), AnswerReader.json(HttpQr::code));
    }

    @Override
    public Outcome<List<MerchantCallbackQr>> listMerchantCallbacks() {
        return calls.make(Call.get(CODES), AnswerReader.json(json -> json.elements().stream()
                .map(HttpQr::code)
                .toList()));
    }

    @Override
    public Outcome<NoContent> deleteMerchantCallback(MerchantQrId id) {
        return calls.make(Call.delete(CODE, id.value()), AnswerReader.noContent());
    }

    private static MerchantCallbackQr code(JsonAnswer answer) {
        return new MerchantCallbackQr(
                new MerchantQrId(answer.text("merchantQrId")),
                answer.optionalText("locationDescription").orElse(""),
                answer.text("qrImageUrl"),
                answer.text("qrContent"));
    }
}
