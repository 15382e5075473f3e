package dev.kvitt.local.demo;

import dev.kvitt.local.LauncherException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The flows a demo can show.
 *
 * @param all in the order in which they are shown
 */
public record DemoFlows(List<DemoFlow> all) {

    public DemoFlows {
        all = List.copyOf(all);
    }

    /** All that are shown unasked, or the named one. */
    public List<DemoFlow> choose(String name) {
        return name == null
                ? all.stream().filter(DemoFlow::unasked).toList()
                : List.of(all.stream()
                        .filter(flow -> flow.name().equals(name))
                        .findAny()
                        .orElseThrow(() ->
                                new LauncherException("There is no flow " + name + ". There are: " + names() + ".")));
    }

    private String names() {
        return all.stream().map(DemoFlow::name).collect(Collectors.joining(", "));
    }
}
