package dev.kvitt.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A list.
 *
 * @param all the items, in the service's order
 * @param more whether there are others that were not asked for
 * @param lastPage the last page as it came, for what stands beside the items
 * @param away services that operations-service could not ask: what they have is missing
 */
public record Items(List<JsonNode> all, boolean more, JsonNode lastPage, List<String> away) {}
