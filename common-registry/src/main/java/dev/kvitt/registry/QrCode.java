package dev.kvitt.registry;

/**
 * A printed callback QR code.
 *
 * @param id the {@code merchantQrId}, unique in its sales unit, 1 to 64 letters, digits and hyphens
 * @param location where it is, 1 to 36 characters ({@code locationDescription} of the QR API)
 */
public record QrCode(String id, String location) {}
