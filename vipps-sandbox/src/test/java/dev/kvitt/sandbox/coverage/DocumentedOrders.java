package dev.kvitt.sandbox.coverage;

/** The Order Management API. */
final class DocumentedOrders {

    private DocumentedOrders() {}

    static void tell(Documented documented) {
        documented
                .about(ApiOperation.POST_RECEIPT)
                .statuses(201, 400, 401, 404, 409, 500)
                .rules(
                        "tax is total minus total without tax",
                        "taxRate or taxPercentage is set",
                        "quantity, unit, barcode and amounts in their patterns",
                        "receipts cannot be changed",
                        "before or after the payment",
                        "invalidParams name what is wrong",
                        "unknown fields are refused");
        documented
                .about(ApiOperation.PUT_CATEGORY)
                .statuses(200, 400, 401, 404, 500)
                .rules("the last one wins", "six categories", "an image must exist");
        documented.about(ApiOperation.GET_ORDER).statuses(200, 401, 404, 500);
        documented.about(ApiOperation.ADD_CATEGORY).statuses(201, 400, 401, 500).rules("several categories per order");
        documented.about(ApiOperation.LIST_CATEGORIES).statuses(200, 400, 401, 500);
        documented.about(ApiOperation.GET_CATEGORY).statuses(200, 400, 401, 404, 500);
        documented.about(ApiOperation.DELETE_CATEGORY).statuses(200, 401, 404, 500);
        documented
                .about(ApiOperation.POST_IMAGE)
                .statuses(200, 400, 401, 409, 500)
                .rules("PNG or JPEG, at least 167 px high, at most 2 MB", "cannot be overwritten");
    }
}
