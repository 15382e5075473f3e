package dev.kvitt.vipps.contract;

/** One official file, and where its paths begin at the server. */
enum Specification {
    ACCESS_TOKEN("access-token.yaml", ""),
    EPAYMENT("epayment.yaml", ""),
    WEBHOOKS("webhooks.yaml", "/webhooks"),
    QR("qr.yaml", "/qr"),
    ORDER_MANAGEMENT("order-management.yaml", "/order-management"),
    USERINFO("userinfo.yaml", ""),
    REPORT("report.yaml", "");

    private final String file;
    private final String basePath;

    Specification(String file, String basePath) {
        this.file = file;
        this.basePath = basePath;
    }

    String file() {
        return file;
    }

    String basePath() {
        return basePath;
    }
}
