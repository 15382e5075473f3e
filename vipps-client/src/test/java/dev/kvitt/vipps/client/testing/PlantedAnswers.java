package dev.kvitt.vipps.client.testing;

import java.util.List;
import java.util.Map;

/** Answers with secrets and personal values in every field that may hold some, and in those that should not. */
public final class PlantedAnswers {
    private static final String ADDRESS =
            """
            {"address_type":"home","street_address":"PLANTED street 1","postal_code":"0154","region":"PLANTED","country":"NO",
             "formatted":"PLANTED street 1","streetAddress":"PLANTED street 1","addressLine1":"PLANTED street 1","city":"PLANTED"}""";
    private static final String CATEGORY =
            """
            {"categoryId":"%s","orderId":"%s","paymentType":"ECOM","type":"RECEIPT","category":"RECEIPT","imageId":"logo-1",
             "url":"https://shop.example/PLANTED","orderDetailsUrl":"https://shop.example/PLANTED"}"""
                    .formatted(Planted.UUID_OF_ALL, Samples.REFERENCE);
    private static final String CODE =
            """
            {"merchantQrId":"vending-1","locationDescription":"Kasse 1","id":"an-id","redirectUrl":"https://kvitt.example/p",
             "qrImageUrl":"https://qr.example/1","qrContent":"https://qr.example/c","url":"https://qr.example/1","expiresIn":-1}""";
    private static final String EVENT =
            """
            {"reference":"%s","pspReference":"7686f7788898767977","name":"CAPTURED","amount":{"currency":"NOK","value":3000},
             "timestamp":"2026-11-21T10:00:00Z","idempotencyKey":"%s","success":true,"userDetails":{"email":"PLANTED@example.org"}}"""
                    .formatted(Samples.REFERENCE, Samples.KEY);
    private static final String LEDGER_AND_ROW =
            """
            {"ledgerId":"302321","currency":"NOK","owner":{"scheme":"business:NO:ORG","id":"987654321"},"pspReference":"3343121302",
             "time":"2026-11-21T10:00:00Z","ledgerDate":"2026-11-20","entryType":"capture","reference":"%s","amount":3000,
             "message":"PLANTED 4798765432","name":"PLANTED"}"""
                    .formatted(Samples.REFERENCE);
    private static final String PROFILE =
            """
            "sub":"%s","sid":"PLANTED","name":"PLANTED Nordmann","given_name":"PLANTED","family_name":"PLANTED","email":"PLANTED@example.org",
            "email_verified":true,"phone_number":"4798765432","birthdate":"1999-12-31","nin":"PLANTED31129912345","address":%s,
            "other_addresses":[%s],"accounts":[{"account_name":"PLANTED","account_number":"PLANTED","bank_name":"PLANTED"}],
            "profile":{"sub":"%s"},"userDetails":{"email":"PLANTED@example.org","firstName":"PLANTED","lastName":"PLANTED",
             "mobileNumber":"4798765432","addresses":[%s]},"msisdn":"4798765432","timestamp":1634025600"""
                    .formatted(Planted.SECRET, ADDRESS, ADDRESS, Planted.SECRET, ADDRESS);

    private PlantedAnswers() {}

    /** A token of ours that nobody may see. */
    public static Reply token() {
        return Reply.token(Planted.SECRET, 3600);
    }

    /** What Vipps answers where all is well. */
    public static Reply success(Received request) {
        String path = request.path();
        boolean list = path.matches("/qr/v1/merchant-(callback|redirect)(\\?.*)?")
                && request.method().equals("GET");
        if (path.endsWith("/events")) {
            return Reply.json(200, "[" + EVENT + "]");
        }
        if (path.contains("/receipts/")) {
            return Reply.json(201, "\"" + Planted.UUID_OF_ALL + "\"");
        }
        if (path.startsWith("/qr/v1/merchant-")) {
            return Reply.json(200, list ? "[" + CODE + "]" : CODE);
        }
        return Reply.json(200, everything());
    }

    private static String everything() {
        String payment = Samples.payment(3000, 0).replace("\"profile\":{},", "");
        return payment.substring(0, payment.lastIndexOf('}'))
                + ",\"metadata\":{\"sale\":\"PLANTED\"},\"redirectUrl\":\"https://landing.example/?token=PLANTED\","
                + "\"id\":\"an-id\",\"secret\":\"PLANTED\",\"url\":\"https://qr.example/?PLANTED\",\"expiresIn\":600,"
                + "\"webhooks\":[{\"id\":\"an-id\",\"url\":\"https://kvitt.example/hook\",\"events\":[\"user.checked-in.v1\"]}],"
                + "\"categoryId\":\"" + Planted.UUID_OF_ALL + "\",\"imageId\":\"logo-1\",\"categories\":[" + CATEGORY
                + "],"
                + "\"items\":[" + LEDGER_AND_ROW + "],\"cursor\":\"a-cursor\",\"hasMore\":false,\"tryLater\":false,"
                + "\"type\":\"RECEIPT\",\"orderId\":\"" + Samples.REFERENCE
                + "\",\"paymentType\":\"ECOM\",\"category\":" + CATEGORY
                + ",\"receipt\":{\"orderLines\":[],\"bottomLine\":{\"currency\":\"NOK\"}}," + PROFILE + "}";
    }

    /** What Vipps and its gateway answer where something is wrong. */
    public static List<Reply> errors() {
        String problem =
                """
                {"type":"https://example.org/PLANTED","title":"PLANTED Nordmann of PLANTED street 1, +47 98 76 54 32, cannot pay",
                 "detail":"PLANTED","instance":"/PLANTED","traceId":"00-abc-01",
                 "extraDetails":[{"name":"customer.phoneNumber","reason":"4798765432"},{"name":"PLANTED","reason":"PLANTED"},
                  {"name":"reference","reason":"PLANTED, PLANTED@example.org or 987 65 432"},{"name":"ErrorCode","reason":"PLANTED"}],
                 "invalidParams":[{"name":"orderLines[0].name","reason":"PLANTED"}]}""";
        return List.of(
                Reply.problem(400, problem),
                Reply.problem(403, problem),
                Reply.problem(404, problem),
                Reply.problem(409, problem),
                Reply.problem(429, problem).with("Retry-After", "PLANTED"),
                Reply.problem(400, problem.replace("\"reason\":\"PLANTED\"}],\n", "\"reason\":\"7010\"}],\n")),
                Reply.problem(503, problem),
                Reply.json(422, "{\"statusCode\":422,\"message\":\"PLANTED\"}"),
                new Reply(502, Map.of("Content-Type", "text/html"), "<html>PLANTED 4798765432</html>"),
                Reply.json(200, "PLANTED"),
                Reply.json(200, "{\"reference\":\"PLANTED\",\"PLANTED\":1,\"PLANTED\":2}"),
                Reply.json(
                        200,
                        "{\"reference\":\"" + Samples.REFERENCE
                                + "\",\"state\":\"PLANTED\",\"pspReference\":[\"PLANTED\"]}"),
                Reply.json(401, "{\"message\":\"PLANTED\"}"));
    }
}
