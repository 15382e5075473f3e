package dev.kvitt.checkin.store;

/**
 * A printed code that Vipps is to have.
 *
 * @param target the page that a redirect code opens; absent for a callback code
 * @param mobilePay whether it is an old MobilePay code, which is mapped and not made
 */
public record WantedCode(String msn, String qrId, String tillId, String location, String target, boolean mobilePay) {

    /** A callback code. */
    public WantedCode(String msn, String qrId, String tillId, String location) {
        this(msn, qrId, tillId, location, null, false);
    }
}
