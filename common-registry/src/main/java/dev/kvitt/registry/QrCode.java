package dev.kvitt.registry;

/**
 * A printed QR code; what it does is the flow's to say ({@link Flow#qrKind}).
 *
 * @param id the {@code merchantQrId}, unique in its sales unit, 1 to 64 letters, digits and hyphens
 * @param location where it is, 1 to 36 characters ({@code locationDescription} of the QR API); of a redirect code Vipps does not keep it
 */
public record QrCode(String id, String location) {}
