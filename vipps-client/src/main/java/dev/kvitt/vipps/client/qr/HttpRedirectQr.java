package dev.kvitt.vipps.client.qr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import dev.kvitt.vipps.client.http.Json;
import dev.kvitt.vipps.client.http.JsonAnswer;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** Redirect codes over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#redirectQr()}. */
public final class HttpRedirectQr implements RedirectQr {
    private static final String CODES = "/qr/v1/merchant-redirect";
    private static final String CODE = CODES + "/{id}";

    private final Calls calls;

    public HttpRedirectQr(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome<RedirectQrCode> create(RedirectQrId id, RedirectTarget target, QrLife life, QrFormat format) {
        ObjectNode body = Json.object().put("id", id.value()).put("redirectUrl", target.value());
        if (life instanceof QrLife.For(Duration time)) {
            body.put("ttl", time.toSeconds());
        }
        return code(Call.post(CODES).body(body), format);
    }

    @Override
    public Outcome<RedirectQrCode> get(RedirectQrId id, QrFormat format) {
        return code(Call.get(CODE, id.value()), format);
    }

    @Override
    public Outcome<List<RedirectQrCode>> list(QrFormat format) {
        return calls.make(QrHeaders.as(format, Call.get(CODES)), AnswerReader.json(json -> json.elements().stream()
                .map(HttpRedirectQr::read)
                .toList()));
    }

    @Override
    public Outcome<RedirectQrCode> update(RedirectQrId id, RedirectTarget target, QrFormat format) {
        return code(Call.put(CODE, id.value()).body(Json.object().put("redirectUrl", target.value())), format);
    }

    @Override
    public Outcome<NoContent> delete(RedirectQrId id) {
        return calls.make(Call.delete(CODE, id.value()), AnswerReader.noContent());
    }

    private Outcome<RedirectQrCode> code(Call call, QrFormat format) {
        return calls.make(QrHeaders.as(format, call), AnswerReader.json(HttpRedirectQr::read));
    }

    private static RedirectQrCode read(JsonAnswer answer) {
        LongStream seconds = answer.optionalInteger("expiresIn").stream();
        return new RedirectQrCode(
                answer.text("id"),
                answer.text("url"),
                answer.text("redirectUrl"),
                seconds.filter(left -> left >= 0).mapToObj(Duration::ofSeconds).findFirst());
    }
}
