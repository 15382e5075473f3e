package dev.kvitt.system.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docs/settings.md}: every setting there is, from the code that reads it. */
final class SettingsPage {

    static final String COMMAND = "./mvnw -pl system-tests -am test -Dtest=SettingsPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dsettings.write";

    /** What no interface declares: read by files of properties only. */
    private static final Map<String, String> IN_FILES = Map.of(
            "kvitt.log.json", "Logs as JSON; `false` for lines that are read by people",
            "kvitt.operations.oidc.roles-claim",
                    "Where a token of the issuer names the person's roles, such as `realm_access/roles`",
            "kvitt.secrets-dir", "Folder with this service's key file, where that is not named by itself");

    private static final String HEAD =
            """
            # Every setting

            Made from the code by `%s`; a test compares. What they are for, and which go together: [configuration](configuration.md).

            A duration is a number and a unit (`5S`, `2M`, `1H`, `8D`) or ISO 8601 (`PT5S`); a size is bytes or has a unit (`256K`). "must be given": the service does not
            start without it and says which. – is: may be left out.
            """;

    private static final String TABLE =
            """

            | Setting, environment variable | Default | Values | Services | Meaning |
            | --- | --- | --- | --- | --- |
            """;

    private SettingsPage() {}

    static String text() throws IOException {
        var services = new ArrayList<Service>();
        services.add(Service.of("webhook-gateway", "common-registry"));
        for (var name : List.of(
                "checkin-service", "payment-service", "capture-service", "receipt-service", "operations-service")) {
            services.add(Service.of(name, "common-registry", "common-messaging"));
        }
        var sandbox = List.of(Service.of("vipps-sandbox", "vipps-rules"));
        return HEAD.formatted(COMMAND) + "\n## Kvitt\n" + TABLE + rows(services) + "\n## Quarkus, as Kvitt sets it\n\n"
                + "Any other setting of Quarkus can be set as well; these are there already. Those of logs and tests are left out.\n"
                + "\n| Setting | Set to | Services |\n| --- | --- | --- |\n" + ofQuarkus(services)
                + "\n## vipps-sandbox\n\nIts rules are explained in [vipps-switches](vipps-switches.md), the rest in its [README](../vipps-sandbox/README.md).\n"
                + TABLE + rows(sandbox);
    }

    /** Settings without any explanation; there must be none. */
    static List<String> unexplained(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| `kvitt.") && line.endsWith("|  |"))
                .toList();
    }

    private static String rows(List<Service> services) {
        var byRow = new TreeMap<String, List<String>>();
        var meanings = services.stream()
                .flatMap(service -> service.settings().stream())
                .filter(setting -> !setting.meaning().isEmpty())
                .collect(Collectors.toMap(Setting::name, Setting::meaning, (one, other) -> one));
        for (var service : services) {
            for (var setting : service.settings()) {
                byRow.computeIfAbsent(row(setting, meanings), row -> new ArrayList<>())
                        .add(service.name());
            }
        }
        return byRow.entrySet().stream()
                .map(entry -> entry.getKey().formatted(who(entry.getValue(), services)))
                .collect(Collectors.joining());
    }

    private static String row(Setting setting, Map<String, String> meanings) {
        var meaning = setting.meaning().isEmpty()
                ? meanings.getOrDefault(setting.name(), IN_FILES.getOrDefault(setting.name(), ""))
                : setting.meaning();
        return "| `%s`<br>`%s` | %s | %s | %%s | %s |\n"
                .formatted(
                        setting.name(),
                        setting.environment(),
                        standard(setting),
                        setting.kind(),
                        meaning.replace("|", "\\|").replace("%", "%%"));
    }

    private static String standard(Setting setting) {
        return switch (setting.standard()) {
            case "" -> "must be given";
            case Setting.OPTIONAL -> Setting.OPTIONAL;
            default -> "`" + setting.standard().replace("%", "%%") + "`";
        };
    }

    private static String who(List<String> names, List<Service> all) {
        return names.size() == all.size() && names.size() > 1 ? "all" : String.join(", ", names);
    }

    private static String ofQuarkus(List<Service> services) throws IOException {
        var byRow = new TreeMap<String, List<String>>();
        for (var service : services) {
            service.ofQuarkus().forEach((key, value) -> {
                if (!key.startsWith("quarkus.log.") && !key.equals("quarkus.application.name")) {
                    byRow.computeIfAbsent("| `" + key + "` | `" + value + "`", row -> new ArrayList<>())
                            .add(service.name());
                }
            });
        }
        return byRow.entrySet().stream()
                .map(entry -> entry.getKey() + " | " + who(entry.getValue(), services) + " |\n")
                .collect(Collectors.joining());
    }
}
