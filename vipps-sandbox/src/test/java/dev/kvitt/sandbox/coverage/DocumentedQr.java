package dev.kvitt.sandbox.coverage;

/** The QR API. */
final class DocumentedQr {

    private DocumentedQr() {}

    static void tell(Documented documented) {
        documented
                .about(ApiOperation.PUT_CALLBACK_QR)
                .statuses(200, 400, 401, 500)
                .rules(
                        "an update never changes the image",
                        "location at most 36 characters",
                        "unknown fields are refused");
        documented
                .about(ApiOperation.GET_CALLBACK_QR)
                .statuses(200, 400, 401, 404, 500)
                .rules("image format and size as asked, in any case", "the image is a readable QR");
        documented.about(ApiOperation.LIST_CALLBACK_QRS).statuses(200, 401, 500);
        documented
                .about(ApiOperation.DELETE_CALLBACK_QR)
                .statuses(200, 401, 404, 500)
                .rules("a deleted code cannot be scanned");
        documented
                .about(ApiOperation.PUT_MOBILEPAY_QR)
                .statuses(200, 400, 401, 409, 500)
                .rules("check-ins carry the beacon id");
        documented
                .about(ApiOperation.CREATE_REDIRECT_QR)
                .statuses(200, 400, 401, 409, 415, 500)
                .rules(
                        "id, redirectUrl and ttl in their patterns",
                        "format by Accept and Size",
                        "the image is a readable QR");
        documented.about(ApiOperation.LIST_REDIRECT_QRS).statuses(200, 401, 500);
        documented.about(ApiOperation.GET_REDIRECT_QR).statuses(200, 401, 404, 415, 500);
        documented
                .about(ApiOperation.UPDATE_REDIRECT_QR)
                .statuses(200, 400, 401, 404, 415, 500)
                .rules("same image, new target at once");
        documented
                .about(ApiOperation.DELETE_REDIRECT_QR)
                .statuses(200, 401, 404, 500)
                .rules("the printed code is dead for ever");
        documented
                .about(ApiOperation.ONE_TIME_QR)
                .statuses(200, 400, 401, 415, 500)
                .rules("the image is gone after expiry", "the image is a readable QR");
        documented
                .about(ApiOperation.EXCHANGE_PERSONAL_QR)
                .statuses(200, 400, 401, 500)
                .rules("timestamp for version 2.0 only", "extraDetails name what is wrong");
        documented
                .about(ApiOperation.EXCHANGE_CUSTOMER)
                .statuses(200, 400, 401, 500)
                .rules("an expired token is refused");
    }
}
