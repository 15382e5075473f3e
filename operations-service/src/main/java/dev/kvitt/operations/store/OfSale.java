package dev.kvitt.operations.store;

import dev.kvitt.operations.domain.SaleStory;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What belongs to a sale.
 *
 * @param key of the sale
 */
record OfSale<R>(String key, R row) {

    static <R> List<OfSale<R>> each(Collection<SaleStory> stories, Function<SaleStory, List<R>> part) {
        return stories.stream()
                .flatMap(story -> part.apply(story).stream()
                        .map(row -> new OfSale<>(story.sale().key(), row)))
                .toList();
    }
}
