package dev.kvitt.checkin.store;

/**
 * A printed code as the registry has it.
 *
 * @param target the page that a redirect code opens; absent for a callback code
 */
public record WantedCode(String msn, String qrId, String tillId, String location, String target) {

    /** A callback code. */
    public WantedCode(String msn, String qrId, String tillId, String location) {
        this(msn, qrId, tillId, location, null);
    }
}
