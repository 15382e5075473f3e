package dev.kvitt.checkin.store;

/** A printed code as the registry has it. */
public record WantedCode(String msn, String qrId, String tillId, String location) {}
