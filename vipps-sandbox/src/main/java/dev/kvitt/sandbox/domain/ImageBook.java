package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import java.util.List;

/** The images of one sales unit: never changed. */
final class ImageBook {

    private final Shelf<String, StoredImage> images;

    ImageBook(Msn msn, StateLog state) {
        this.images = state.shelf(ShelfName.of("images", msn), String.class, StoredImage.class);
    }

    /** @return whether its id was free */
    boolean add(StoredImage image) {
        return images.putIfAbsent(image.imageId(), image);
    }

    boolean contains(String imageId) {
        return images.contains(imageId);
    }

    List<StoredImage> all() {
        return images.values().toList();
    }
}
