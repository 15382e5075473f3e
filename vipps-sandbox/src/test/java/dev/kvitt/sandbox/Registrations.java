package dev.kvitt.sandbox;

import java.util.List;

/** Webhook registrations of the demo merchant. */
final class Registrations {

    private Registrations() {}

    /** Takes all away. */
    static void clear() {
        List<String> ids = Api.DEMO
                .call()
                .get("/webhooks/v1/webhooks")
                .then()
                .statusCode(200)
                .extract()
                .path("webhooks.id");
        ids.forEach(id ->
                Api.DEMO.call().delete("/webhooks/v1/webhooks/{id}", id).then().statusCode(204));
    }
}
