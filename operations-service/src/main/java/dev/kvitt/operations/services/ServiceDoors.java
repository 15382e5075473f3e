package dev.kvitt.operations.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.quarkus.MessagingConfig;
import dev.kvitt.operations.OperationsConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks the services behind {@code kvitt.services.*.url}, with the token that they know operations-service by. */
@Singleton
public class ServiceDoors {

    private static final Logger LOG = Logger.getLogger(ServiceDoors.class);

    /** All services that have something parked and something to read again. */
    public static final List<String> SERVICES =
            List.of("capture-service", "checkin-service", "payment-service", "receipt-service");

    private final ObjectMapper mapper;
    private final Duration timeout;
    private final Map<String, URI> urls = new TreeMap<>();
    private final Optional<Path> tokenFile;
    private final HttpClient client;

    ServiceDoors(OperationsConfig config, MessagingConfig messaging, ObjectMapper mapper) {
        this.mapper = mapper;
        this.timeout = config.services().timeout();
        this.tokenFile = messaging.operators().tokenFile();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
        var services = config.services();
        services.checkinService().ifPresent(service -> urls.put("checkin-service", service.url()));
        services.paymentService().ifPresent(service -> urls.put("payment-service", service.url()));
        services.captureService().ifPresent(service -> urls.put("capture-service", service.url()));
        services.receiptService().ifPresent(service -> urls.put("receipt-service", service.url()));
    }

    /**
     * What a service has said.
     *
     * @param status of HTTP; 0 when it was not reached
     * @param body absent when it was not reached, or said no JSON
     */
    public record Answer(String service, int status, JsonNode body) {

        public boolean isOk() {
            return status / 100 == 2 && body != null;
        }

        /** A door that is closed says nothing of what is behind it: only an answer that names its reason is one. */
        private boolean isAnswer() {
            return isOk() || (status / 100 == 4 && status != 401 && status != 403 && body != null && body.has("code"));
        }
    }

    /** The same question to all of them at once, each waited for as long as one. */
    public List<Answer> askAll(String path) {
        var asked = SERVICES.stream()
                .map(service -> send(service, "GET", path, null))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /** @param path below the service's address, encoded */
    public Answer ask(String service, String path) {
        return send(service, "GET", path, null).join();
    }

    public Answer post(String service, String path, Map<String, ?> body) {
        return send(service, "POST", path, body).join();
    }

    /** Those that could not be asked. */
    public static List<String> away(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> !answer.isAnswer())
                .map(Answer::service)
                .collect(Collectors.toList());
    }

    private CompletableFuture<Answer> send(String service, String method, String path, Map<String, ?> body) {
        var url = urls.get(service);
        if (url == null) {
            return CompletableFuture.completedFuture(new Answer(service, 0, null));
        }
        var base = url.toString().replaceAll("/+$", "");
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json(body)));
        tokenFile.map(ServiceDoors::token).ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return client.sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(answer -> new Answer(service, answer.statusCode(), read(answer.body())))
                .exceptionally(failure -> {
                    LOG.warnf("%s was not reached: %s", service, Failures.reason(failure));
                    return new Answer(service, 0, null);
                });
    }

    /** Read each time, so that a new one is used as soon as it is there. */
    private static String token(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            LOG.errorf("The token for the other services cannot be read: %s", Failures.reason(e));
            return "";
        }
    }

    private JsonNode read(String text) {
        try {
            return mapper.readTree(text);
        } catch (IOException e) {
            return null;
        }
    }

    private String json(Map<String, ?> body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalStateException("a map has a JSON form", e);
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
