package dev.kvitt.checkin;

import dev.kvitt.checkin.vipps.VippsDouble;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a check-in service finds around it: a registry, its secrets, Vipps, and a file to log to. */
public final class CheckinWorld implements QuarkusTestResourceLifecycleManager {

    public static final String MSN = "123456";
    public static final String INTERNAL_TOKEN = "an-internal-token-for-tests";
    public static final String OPERATORS_TOKEN = "a-token-of-operations-for-tests";
    public static final String CODE_TOKEN = "a-token-of-who-orders-codes";
    public static final String TILL_TOKEN = "a-token-of-tills-for-tests";
    public static final String MERCHANT_TOKEN = "a-token-of-brus-for-tests";
    public static final String OTHER_MERCHANTS_TOKEN = "a-token-of-kaffe-for-tests";
    /** Tills {@code machine-1} and so on, each with a code {@code qr-1} and so on; the last four are there to be moved. */
    public static final int TILLS = 24;

    /** Tills {@code till-1} and so on, each with a code {@code till-qr-1} and so on. */
    public static final int SELLING_TILLS = 20;

    /** Meters {@code taxi-1} and so on, each with a redirect code {@code taxi-qr-1} and so on; the last two are there to be moved. */
    public static final int METERS = 32;

    public static final String PUBLIC_URL = "https://pay.kvitt.example";

    public static final String CLOSED_QR = "qr-closed";

    public static final int CODES = TILLS + SELLING_TILLS + METERS + 3;

    private VippsDouble vipps;

    @Override
    public Map<String, String> start() {
        try {
            vipps = VippsDouble.start();
            var folder = Files.createTempDirectory("kvitt-checkin");
            Files.writeString(folder.resolve("registry.yaml"), registry());
            Files.writeString(folder.resolve("vipps-key"), "made-up-key");
            Files.writeString(folder.resolve("internal-token"), INTERNAL_TOKEN + "\n");
            Files.writeString(folder.resolve("operators-token"), OPERATORS_TOKEN + "\n");
            Files.writeString(folder.resolve("till-token"), TILL_TOKEN + "\n");
            Files.writeString(folder.resolve("code-token"), CODE_TOKEN + "\n");
            Files.writeString(folder.resolve("brus-token"), MERCHANT_TOKEN + "\n");
            Files.writeString(folder.resolve("kaffe-token"), OTHER_MERCHANTS_TOKEN + "\n");
            Files.writeString(folder.resolve("checkin-key"), Base64.getEncoder().encodeToString(new byte[32]) + "\n");
            return settings(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the world of the check-in service cannot be made", e);
        }
    }

    private Map<String, String> settings(Path folder) {
        var settings = new HashMap<String, String>();
        settings.put("kvitt.registry", folder.resolve("registry.yaml").toString());
        settings.put("kvitt.secrets-dir", folder.toString());
        settings.put(
                "kvitt.internal.token-file", folder.resolve("internal-token").toString());
        settings.put(
                "kvitt.operators.token-file", folder.resolve("operators-token").toString());
        settings.put("kvitt.checkin.compare-codes-every", "PT0S");
        settings.put("kvitt.checkin.delete-removed-codes-after", "P1D");
        settings.put(
                "kvitt.checkin.seal-token-file", folder.resolve("till-token").toString());
        settings.put("kvitt.checkin.public-url", PUBLIC_URL);
        // All passengers of the tests have one address.
        settings.put("kvitt.checkin.page.looks-per-source", "100000");
        settings.put("kvitt.checkin.page.presses-per-source", "100000");
        settings.put(
                "kvitt.checkin.code-tokens.facilities.token-file",
                folder.resolve("code-token").toString());
        settings.put("kvitt.checkin.code-tokens.facilities.sales-units", MSN);
        settings.put("kvitt.checkin.most-sheets", "10");
        for (var merchant : List.of("brus", "kaffe")) {
            var token = "kvitt.customers.tokens." + merchant;
            settings.put(
                    token + ".token-file", folder.resolve(merchant + "-token").toString());
            settings.put(token + ".merchants", merchant);
        }
        settings.put("kvitt.vipps.base-url", vipps.url());
        settings.put("quarkus.log.file.enabled", "true");
        settings.put("quarkus.log.file.path", folder.resolve("service.log").toString());
        settings.put("quarkus.log.category.\"dev.kvitt\".level", "DEBUG");
        return settings;
    }

    public static String registry() {
        var yaml = new StringBuilder(
                """
                installation: checkin-test
                merchants:
                  - id: brus
                    name: Brus AS
                    salesUnits:
                      - msn: "123456"
                        name: Brus automater
                        market: NO
                        personalQr: exchange
                        codesByApi: true
                        keys: {clientId: "file:vipps-key", clientSecret: "file:vipps-key", subscriptionKey: "file:vipps-key"}
                        shops:
                          - id: oslo-s
                            name: Oslo S
                            tills:
                """);
        for (var n = 1; n <= TILLS; n++) {
            yaml.append(till("machine-" + n, "qr-" + n, true));
        }
        for (var n = 1; n <= SELLING_TILLS; n++) {
            yaml.append(
                    """
                                  - {id: till-%1$d, kind: till, flow: till, description: Kiosk, qr: {id: till-qr-%1$d, location: "Till %1$d"}}
                    """
                            .formatted(n));
        }
        for (var n = 1; n <= METERS; n++) {
            yaml.append(
                    """
                                  - {id: taxi-%1$d, kind: taxi, flow: page, description: Taxi, qr: {id: taxi-qr-%1$d, location: "Car %1$d"}}
                    """
                            .formatted(n));
        }
        yaml.append(
                """
                              - {id: spare-1, kind: vending-machine, flow: vending, description: Spare machine, maxAmount: 4000}
                              - {id: spare-2, kind: vending-machine, flow: vending, description: Spare machine, maxAmount: 4000}
                              - {id: spare-till, kind: till, flow: till, description: Spare kiosk}
                              - {id: spare-taxi-1, kind: taxi, flow: page, description: Spare taxi}
                              - {id: spare-taxi-2, kind: taxi, flow: page, description: Spare taxi}
                """);
        return yaml.append(till("machine-closed", CLOSED_QR, false))
                .append(
                        """
                                  - id: bergen
                                    name: Bergen
                                    tills:
                                      - {id: bergen-1, kind: vending-machine, flow: vending, description: Machine, maxAmount: 5000, qr: {id: bergen-qr, location: Bergen 1}}
                                      - {id: bergen-taxi, kind: taxi, flow: page, description: Taxi, qr: {id: bergen-taxi-qr, location: Bergen taxi}}
                        """)
                .append(
                        """
                  - id: kaffe
                    name: Kaffe AS
                    salesUnits:
                      - msn: "765432"
                        name: Kaffe
                        market: NO
                        keys: {clientId: "file:vipps-key", clientSecret: "file:vipps-key", subscriptionKey: "file:vipps-key"}
                        shops: []
                """)
                .toString();
    }

    private static String till(String id, String qrId, boolean enabled) {
        return """
                              - id: %s
                                kind: vending-machine
                                flow: vending
                                description: Vending machine purchase
                                maxAmount: 5000
                                selectSeconds: 90
                                enabled: %s
                                qr: {id: %s, location: "At %s"}
                """
                .formatted(id, enabled, qrId, qrId);
    }

    @Override
    public void stop() {
        if (vipps != null) {
            vipps.close();
        }
    }
}
