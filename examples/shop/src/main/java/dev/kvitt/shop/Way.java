package dev.kvitt.shop;

/** How the customer is found. */
enum Way {
    /** They say their number. */
    PHONE,
    /** They show the code in their app. */
    PERSONAL,
    /** They scan a code on the till's screen. */
    SCREEN,
    /** They scan the code that is printed at the till. */
    PRINTED,
    /** They scan the code in the car, which leads to a page. */
    PAGE;

    /** The last one that was tried. */
    static Way of(Sale sale) {
        for (var request : sale.requests().reversed()) {
            var kind = request.body().at("/customer/kind").asText();
            switch (kind) {
                case "PHONE_NUMBER" -> {
                    return PHONE;
                }
                case "PERSONAL_QR" -> {
                    return PERSONAL;
                }
                case "SCREEN" -> {
                    return SCREEN;
                }
                default -> {
                    if (request.body().has("qrId")) {
                        return request.body().has("screen") ? PRINTED : PAGE;
                    }
                }
            }
        }
        return PHONE;
    }
}
