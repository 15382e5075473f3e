package dev.kvitt.sandbox.coverage;

/** Access tokens and userinfo. */
final class DocumentedIdentity {

    private DocumentedIdentity() {}

    static void tell(Documented documented) {
        documented
                .about(ApiOperation.ACCESS_TOKEN)
                .statuses(200, 400, 401, 500)
                .rules(
                        "numbers are text",
                        "ends after the time it states",
                        "several tokens are valid at once",
                        "both subscription keys work",
                        "all keys of one sales unit");
        documented
                .about(ApiOperation.ACCOUNTING_TOKEN)
                .statuses(200, 400, 401)
                .rules("no subscription key", "lasts 15 minutes");
        documented
                .about(ApiOperation.USERINFO)
                .statuses(200, 400, 401, 403, 404, 500)
                .rules("168 hours", "only what was consented to", "sub is per customer and sales unit");
    }
}
