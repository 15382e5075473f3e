package dev.kvitt.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/**
 * Reads YAML event by event, so that nothing is expanded (aliases are refused where they stand) and each value keeps
 * its line. The parser's own error texts quote the file, so only its short statement of the problem is passed on.
 */
final class YamlReader {

    /** The registry needs 9 levels. */
    static final int MAX_DEPTH = 20;

    private final Iterator<Event> events;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private YamlReader(String text) {
        events = new Yaml(new SafeConstructor(new LoaderOptions()))
                .parse(new StringReader(text))
                .iterator();
    }

    /** @throws UnreadableYamlException at the first place where it cannot go on */
    static YamlDocument read(String text) throws UnreadableYamlException {
        try {
            return new YamlReader(text).document();
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new UnreadableYamlException(
                    mark == null ? 0 : mark.getLine() + 1, "this is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new UnreadableYamlException(0, "the file holds characters that YAML does not allow");
        }
    }

    private YamlDocument document() throws UnreadableYamlException {
        events.next(); // stream start
        if (events.next() instanceof StreamEndEvent) {
            throw new UnreadableYamlException(0, "the file is empty");
        }
        var root = value(events.next(), "", 1);
        events.next(); // document end
        var next = events.next();
        if (!(next instanceof StreamEndEvent)) {
            throw at(next, "a second document begins here; a registry is one document");
        }
        return new YamlDocument(root, lines, problems);
    }

    private JsonNode value(Event event, String pointer, int depth) throws UnreadableYamlException {
        if (depth > MAX_DEPTH) {
            throw at(event, "nested deeper than " + MAX_DEPTH + " levels");
        }
        lines.put(pointer, line(event));
        return switch (event) {
            case MappingStartEvent start -> mapping(start, pointer, depth);
            case SequenceStartEvent start -> sequence(start, pointer, depth);
            case ScalarEvent scalar -> scalar(scalar, pointer);
            case AliasEvent alias -> throw at(alias, "aliases (*name) are not allowed; write the value out");
            default -> throw at(event, "a value is missing");
        };
    }

    private JsonNode mapping(MappingStartEvent start, String pointer, int depth) throws UnreadableYamlException {
        refuseTag(start, start.getTag());
        var node = JsonNodeFactory.instance.objectNode();
        for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw at(event, "a field name must be plain text");
            }
            var child = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
            if (node.has(key.getValue())) {
                problems.add(new Problem(line(key), child, "this field stands twice; leave one"));
            }
            node.set(key.getValue(), value(events.next(), child, depth + 1));
        }
        return node;
    }

    private JsonNode sequence(SequenceStartEvent start, String pointer, int depth) throws UnreadableYamlException {
        refuseTag(start, start.getTag());
        var node = JsonNodeFactory.instance.arrayNode();
        for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            node.add(value(event, pointer + "/" + node.size(), depth + 1));
        }
        return node;
    }

    private JsonNode scalar(ScalarEvent scalar, String pointer) throws UnreadableYamlException {
        refuseTag(scalar, scalar.getTag());
        var text = scalar.getValue();
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(new Problem(line(scalar), pointer, "must be on one line, without control characters"));
        }
        return scalar.isPlain() ? PlainScalar.toJson(text) : JsonNodeFactory.instance.textNode(text);
    }

    private static void refuseTag(Event event, String tag) throws UnreadableYamlException {
        if (tag != null) {
            throw at(event, "tags (!name) are not allowed; remove it");
        }
    }

    private static UnreadableYamlException at(Event event, String sentence) {
        return new UnreadableYamlException(line(event), sentence);
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }
}
