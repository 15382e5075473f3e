package dev.kvitt.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Software that never heard of Kvitt: Vipps MobilePay's own SDK from npm, with nothing changed but the host. */
@QuarkusTest
class VippsSdkTest {

    private static final Logger LOG = Logger.getLogger(VippsSdkTest.class);
    private static final Path SOURCES = Path.of("src", "test", "sdk");
    private static final Path WORK = Path.of("target", "sdk");

    /** What npm says when no registry can be reached; anything else is a fault of ours. */
    private static final List<String> NO_NETWORK =
            List.of("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ENETUNREACH", "ETIMEDOUT", "ECONNRESET");

    @TestHTTPResource("/")
    URI sandbox;

    @Test
    @Covers(
            operation = ApiOperation.ACCESS_TOKEN,
            statuses = {200, 401})
    @Covers(operation = ApiOperation.CREATE, statuses = 201, rules = "unknown fields are refused")
    @Covers(operation = ApiOperation.FORCE_APPROVE, statuses = 200)
    @Covers(
            operation = ApiOperation.CAPTURE,
            codes = {6080, 6090},
            statuses = 200)
    @Covers(
            operation = ApiOperation.CANCEL,
            statuses = 200,
            rules = {"works without body and key", "after a part was captured the rest is released"})
    @Covers(operation = ApiOperation.REFUND, statuses = 200)
    @Covers(operation = ApiOperation.EVENT_LOG, statuses = 200)
    @Covers(
            operation = ApiOperation.GET_PAYMENT,
            codes = 5090,
            statuses = {200, 401})
    @Covers(
            operation = ApiOperation.REGISTER_WEBHOOK,
            statuses = {201, 400},
            rules = "unknown events are named")
    @Covers(operation = ApiOperation.LIST_WEBHOOKS, statuses = 200)
    @Covers(operation = ApiOperation.DELETE_WEBHOOK, statuses = 204)
    void vipps_own_sdk_sells_captures_cancels_refunds_and_gets_its_errors_as_errors() throws IOException {
        assumeTrue(Run.has("node") && Run.has("npm"), "SKIPPED: no node and npm here, so Vipps' SDK was not run.");
        install();

        Run sale = Run.of(WORK, "node", "sale.mjs", sandbox.toString().replaceAll("/$", ""));

        LOG.infof("Vipps' SDK against the sandbox:%n%s", sale.output());
        assertThat(sale.exit()).as(sale.output()).isZero();
        assertThat(sale.output()).endsWith("17 steps\n");
    }

    private static void install() throws IOException {
        Files.createDirectories(WORK);
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Files.copy(file, WORK.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(contentOf(WORK.resolve("package-lock.json").toFile())).contains("\"integrity\": \"sha512-");
        // The registry is whatever npm is set to here; what comes must have the locked hash.
        Run install = Run.of(WORK, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        assumeFalse(
                install.exit() != 0 && NO_NETWORK.stream().anyMatch(install.output()::contains),
                "SKIPPED: no npm registry can be reached, so Vipps' SDK was not run.");
        assertThat(install.exit()).as(install.output()).isZero();
    }
}
