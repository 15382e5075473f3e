package dev.kvitt.vipps.client.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import dev.kvitt.vipps.client.http.Json;
import dev.kvitt.vipps.client.http.UnreadableAnswer;
import java.util.Base64;

/** Images over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#images()}. */
public final class HttpImages implements Images {
    private final Calls calls;

    public HttpImages(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome<ImageId> add(ImageId id, ImageFile file) {
        ObjectNode body = Json.object()
                .put("imageId", id.value())
                .put("src", Base64.getEncoder().encodeToString(file.bytes()))
                .put("type", "base64");
        return calls.make(Call.post("/order-management/v1/images").body(body), AnswerReader.json(json -> {
            if (!json.text("imageId").equals(id.value())) {
                throw new UnreadableAnswer("the answer is about another image");
            }
            return id;
        }));
    }
}
