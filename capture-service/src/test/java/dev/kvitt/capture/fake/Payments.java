package dev.kvitt.capture.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** The payments of the fake Vipps. The same key and body is one operation, the same key with another body a conflict. */
final class Payments {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Done(JsonNode body, Reply reply) {}

    private final Map<String, FakePayment> payments = new HashMap<>();
    private final Map<String, Done> done = new HashMap<>();

    synchronized FakePayment named(String reference) {
        return payments.get(reference);
    }

    synchronized void put(String reference, FakePayment payment) {
        payments.put(reference, payment);
    }

    synchronized Reply carryOut(Write write) {
        var key = write.kind() + write.reference() + write.key();
        var before = done.get(key);
        if (before != null) {
            return before.body().equals(write.body()) ? before.reply() : Reply.problem(409, 4020);
        }
        var reply =
                switch (write.kind()) {
                    case "create" -> create(write);
                    case "capture" -> change(write, named(write.reference()));
                    case "cancel", "refund" -> change(write, named(write.reference()));
                    default -> throw new IllegalArgumentException(write.kind());
                };
        done.put(key, new Done(write.body(), reply));
        return reply;
    }

    private Reply create(Write write) {
        if (payments.containsKey(write.reference())) {
            return Reply.problem(409, 4150);
        }
        var amount = write.body().path("amount").path("value").asLong();
        var metadata = write.body().path("metadata");
        var url = write.body().path("userFlow").asText().equals("PUSH_MESSAGE")
                ? null
                : FakeVipps.redirectUrl(write.reference());
        payments.put(write.reference(), new FakePayment(write.reference(), amount, metadata, url, write.key()));
        var reply = JSON.createObjectNode().put("reference", write.reference());
        return new Reply(201, url == null ? reply : reply.put("redirectUrl", url));
    }

    private static Reply change(Write write, FakePayment payment) {
        if (payment == null) {
            return Reply.problem(404, 5090);
        }
        var value = write.body().path("modificationAmount").path("value").asLong();
        var code =
                switch (write.kind()) {
                    case "capture" -> payment.capture(value, write.key());
                    case "refund" -> payment.refund(value, write.key());
                    default -> payment.cancel(write.key());
                };
        return code == 0 ? new Reply(200, payment.show(false)) : Reply.problem(400, code);
    }
}
