package dev.kvitt.gateway.domain;

/**
 * A registration as Vipps lists it: ours or another system's.
 *
 * @param vippsId Vipps' id
 * @param url as Vipps writes it
 */
public record ListedRegistration(String vippsId, String url) {

    /** Without the URL, whose path is secret. */
    @Override
    public String toString() {
        return "ListedRegistration[" + vippsId + "]";
    }
}
