package dev.kvitt.sandbox.generated;

/** QR: callback and redirect codes, one-time codes and exchanges. */
final class QrRequests implements ApiRequests {

    private static final String CALLBACK = "/qr/v1/merchant-callback";
    private static final String REDIRECT = "/qr/v1/merchant-redirect";

    @Override
    public RawRequest next(Chance chance, Keys keys) {
        String id = "generated-" + chance.below(50);
        String location = "{\"locationDescription\":\"Machine " + chance.below(100) + "\"}";
        return switch (chance.below(13)) {
            case 0, 1 -> RawRequest.of("PUT", CALLBACK + "/" + id, keys.headers(), location);
            case 2 ->
                RawRequest.of(
                        "GET",
                        CALLBACK + "/" + id + chance.oneOf("", "?QrImageFormat=PNG&QrImageSize=500", "?QrImageSize=5"),
                        keys.headers(),
                        null);
            case 3 -> RawRequest.of("GET", CALLBACK, keys.headers(), null);
            case 4 -> RawRequest.of("DELETE", CALLBACK + "/" + id, keys.headers(), null);
            case 5 -> RawRequest.of("PUT", CALLBACK + "/mobilepay/" + id, keys.headers(), location);
            case 6 -> RawRequest.of("POST", REDIRECT, image(chance, keys), redirect(chance, id));
            case 7 -> RawRequest.of("GET", REDIRECT + "/" + id, image(chance, keys), null);
            case 8 -> RawRequest.of("PUT", REDIRECT + "/" + id, image(chance, keys), redirect(chance, id));
            case 9 -> RawRequest.of(chance.oneOf("GET", "DELETE"), REDIRECT + "/" + id, keys.headers(), null);
            case 10 ->
                RawRequest.of("POST", "/qr/v1", image(chance, keys), "{\"url\":\"https://landing.example/?token=x\"}");
            case 11 ->
                RawRequest.of(
                        "POST",
                        "/qr/v1/exchange",
                        keys.headers(),
                        "{\"qrCode\":\"https://qr.example/28/2/01/031/4712345678?v=1\",\"requestedData\":[\"MSISDN\"]}");
            default ->
                RawRequest.of(
                        "POST",
                        "/qr/v1/exchange/customer",
                        keys.headers(),
                        "{\"customer\":{\"customerToken\":\"dG9rZW4=\"},\"requestedData\":[\"MSISDN\"]}");
        };
    }

    private static java.util.List<String> image(Chance chance, Keys keys) {
        return keys.headers(chance.oneOf(
                "Accept: image/png",
                "Accept: image/svg+xml",
                "Accept: image/*",
                "Accept: text/targetUrl",
                "Accept: a/b"));
    }

    private static String redirect(Chance chance, String id) {
        return chance.oneOf(
                "{\"id\":\"" + id + "\",\"redirectUrl\":\"https://shop.example/p\"}",
                "{\"id\":\"" + id + "\",\"redirectUrl\":\"https://shop.example/p\",\"ttl\":300}",
                "{\"redirectUrl\":\"https://shop.example/other\"}");
    }
}
