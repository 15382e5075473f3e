package dev.kvitt.vipps.client.qr;

import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import dev.kvitt.vipps.client.http.Json;
import java.time.Duration;

/** One-time codes over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#oneTimeQr()}. */
public final class HttpOneTimeQr implements OneTimeQr {
    private final Calls calls;

    public HttpOneTimeQr(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome<OneTimeQrCode> create(LandingPageUrl page, QrFormat format) {
        Call call = Call.post("/qr/v1").body(Json.object().put("url", page.value()));
        return calls.make(
                QrHeaders.as(format, call),
                AnswerReader.json(
                        json -> new OneTimeQrCode(json.text("url"), Duration.ofSeconds(json.integer("expiresIn")))));
    }
}
