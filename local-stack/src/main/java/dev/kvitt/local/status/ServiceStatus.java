package dev.kvitt.local.status;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One service.
 *
 * @param url base address
 * @param pid process id, null when it does not run
 * @param ready whether it answers that it is ready
 */
@JsonPropertyOrder({"url", "pid"})
public record ServiceStatus(String url, Long pid, @JsonIgnore boolean ready) {}
