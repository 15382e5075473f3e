package dev.kvitt.checkin.domain;

import java.util.ArrayList;
import java.util.List;

/** Lists that do not grow without end. */
final class Latest {

    private Latest() {}

    /** @param most with the one that is added; the oldest give way */
    static <T> List<T> with(List<T> all, T one, int most) {
        var more = new ArrayList<>(all.subList(Math.max(0, all.size() - most + 1), all.size()));
        more.add(one);
        return more;
    }
}
