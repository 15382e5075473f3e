package dev.kvitt.sandbox.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Vipps' APIs, told apart by how their paths start; every other path is the sandbox's own. */
public enum VippsApi {
    ACCESS_TOKEN("/accesstoken/", "/miami/"),
    EPAYMENT("/epayment/"),
    WEBHOOKS("/webhooks/"),
    QR("/qr/"),
    ORDER_MANAGEMENT("/order-management/"),
    USERINFO("/vipps-userinfo-api/"),
    REPORT("/report/", "/settlement/");

    private final List<String> starts;

    VippsApi(String... starts) {
        this.starts = List.of(starts);
    }

    /** Empty if the path is the sandbox's own. */
    public static Optional<VippsApi> of(String path) {
        return Arrays.stream(values())
                .filter(api -> api.starts.stream().anyMatch(path::startsWith))
                .findFirst();
    }
}
