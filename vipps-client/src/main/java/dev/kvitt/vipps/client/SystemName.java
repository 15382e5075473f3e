package dev.kvitt.vipps.client;

/**
 * Who is calling, for Vipps' support: the {@code Vipps-System-*} headers. Mandatory for partners and plugins, sent always.
 *
 * @param name the system, for example the merchant's platform
 * @param version its version
 * @param pluginName the part that speaks to Vipps
 * @param pluginVersion its version
 */
public record SystemName(String name, String version, String pluginName, String pluginVersion) {
    /** Vipps' limit for each of the four, in characters. */
    public static final int MAX_LENGTH = 30;

    public SystemName {
        name = checked("system name", name);
        version = checked("system version", version);
        pluginName = checked("plugin name", pluginName);
        pluginVersion = checked("plugin version", pluginVersion);
    }

    private static String checked(String field, String text) {
        String trimmed = PastedText.visibleAscii(field, text);
        if (trimmed.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    field + " has " + trimmed.length() + " characters; Vipps takes at most " + MAX_LENGTH);
        }
        return trimmed;
    }
}
