package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.orders.ImageHeader;

/** An image that was posted. The file itself is not kept: nothing here shows it. */
public record StoredImage(String imageId, ImageHeader header) {}
