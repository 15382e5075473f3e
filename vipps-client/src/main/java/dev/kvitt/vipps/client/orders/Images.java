package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.Outcome;

/** Images for categories (Order Management). One image serves any number of orders. */
public interface Images {
    /**
     * Posts an image (200). There is no way to read, replace or delete one. Refused with 400 (file, id, or an id that is taken) and 401 (keys);
     * after {@code Unknown}, a repeat that is refused can mean that the first try succeeded.
     *
     * @return the id, to be named in a category
     */
    Outcome<ImageId> add(ImageId id, ImageFile file);
}
