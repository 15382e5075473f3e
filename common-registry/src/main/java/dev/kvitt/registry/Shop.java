package dev.kvitt.registry;

import java.util.List;

/**
 * A place with tills.
 *
 * @param id unique in its sales unit, 1 to 64 characters
 * @param enabled false takes no new sales; those that have begun are brought to their end
 */
public record Shop(String id, String name, boolean enabled, List<Till> tills) {

    public Shop {
        tills = List.copyOf(tills);
    }
}
