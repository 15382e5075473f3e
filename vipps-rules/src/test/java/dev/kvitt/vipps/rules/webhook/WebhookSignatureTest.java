package dev.kvitt.vipps.rules.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    // The sample of Vipps' own page on request authentication, 2023-03-30: public data, not anybody's secret.
    private static final WebhookSecret SECRET = new WebhookSecret(
            "A0+AeKBRG2KRGvnNwJpQlb6IJFk48CKXCIcrLoHncVJKDILsQSxS6NWCccwWm6r6FhGKhiHTBsG2wo/xU6FY/A==");
    private static final WebhookTarget TARGET =
            WebhookTarget.of(URI.create("https://webhook.site/e2cee29b-012e-4f1d-8ef4-e95fd74a7a63"));
    private static final byte[] BODY =
            utf8("{\"some-unique-content\":\"ee6e441b-cc4a-46f8-895d-a5af79bcc233/hello-world\"}");
    private static final String DATE = "Thu, 30 Mar 2023 08:38:32 GMT";
    private static final String CONTENT_HASH = "lNlsp1XA03N34HrQsVzPgJKtC+r7l/RBF4V3JQUWMj4=";
    private static final String PREFIX = "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=";
    private static final SignatureHeaders OFFICIAL =
            new SignatureHeaders(DATE, CONTENT_HASH, PREFIX + "agAiSyogQbDHpeucoNwYz+yAr5nJ+v+zasdkSbqzv+U=");

    @Test
    void the_official_sample_verifies() {
        assertThat(WebhookSignature.verify(SECRET, TARGET, OFFICIAL, BODY))
                .isInstanceOf(SignatureVerdict.Genuine.class);
    }

    @Test
    void signing_the_official_sample_gives_the_official_headers() {
        assertThat(WebhookSignature.sign(SECRET, TARGET, Instant.parse("2023-03-30T08:38:32.999Z"), BODY))
                .isEqualTo(OFFICIAL);
    }

    @Test
    void a_signature_made_with_the_decoded_secret_is_refused() {
        SignatureHeaders decodedKey =
                new SignatureHeaders(DATE, CONTENT_HASH, PREFIX + "T3+NXHMmhNVEjW5PeJ4Gql70nf0MOXCAY9CoZDxuVQw=");
        assertThat(WebhookSignature.verify(SECRET, TARGET, decodedKey, BODY))
                .isInstanceOf(SignatureVerdict.SignatureMismatch.class);
    }

    @Test
    void a_changed_body_is_refused() {
        byte[] changed = BODY.clone();
        changed[10] ^= 1;
        assertThat(WebhookSignature.verify(SECRET, TARGET, OFFICIAL, changed))
                .isInstanceOf(SignatureVerdict.ContentHashMismatch.class);
    }

    @Test
    void a_changed_body_with_its_own_hash_is_refused() {
        byte[] other = utf8("{}");
        String otherHash =
                WebhookSignature.sign(SECRET, TARGET, Instant.EPOCH, other).contentSha256();
        assertThat(WebhookSignature.verify(
                        SECRET, TARGET, new SignatureHeaders(DATE, otherHash, OFFICIAL.authorization()), other))
                .isInstanceOf(SignatureVerdict.SignatureMismatch.class);
    }

    @Test
    void another_date_host_path_or_secret_is_refused() {
        SignatureHeaders otherDate =
                new SignatureHeaders("Thu, 30 Mar 2023 08:38:33 GMT", CONTENT_HASH, OFFICIAL.authorization());
        WebhookTarget otherHost = new WebhookTarget("webhook.site:8080", TARGET.pathAndQuery());
        WebhookTarget otherPath = new WebhookTarget(TARGET.host(), TARGET.pathAndQuery() + "?a=b");
        WebhookSecret otherSecret = new WebhookSecret("another");

        assertThat(WebhookSignature.verify(SECRET, TARGET, otherDate, BODY).genuine())
                .isFalse();
        assertThat(WebhookSignature.verify(SECRET, otherHost, OFFICIAL, BODY).genuine())
                .isFalse();
        assertThat(WebhookSignature.verify(SECRET, otherPath, OFFICIAL, BODY).genuine())
                .isFalse();
        assertThat(WebhookSignature.verify(otherSecret, TARGET, OFFICIAL, BODY).genuine())
                .isFalse();
    }

    @Test
    void each_missing_header_is_named() {
        assertThat(verify(null, CONTENT_HASH, OFFICIAL.authorization()))
                .isEqualTo(new SignatureVerdict.MissingHeader("x-ms-date"));
        assertThat(verify(DATE, "", OFFICIAL.authorization()))
                .isEqualTo(new SignatureVerdict.MissingHeader("x-ms-content-sha256"));
        assertThat(verify(DATE, CONTENT_HASH, null)).isEqualTo(new SignatureVerdict.MissingHeader("Authorization"));
    }

    @Test
    void an_authorization_of_another_form_is_malformed() {
        String signature = OFFICIAL.authorization().substring(PREFIX.length());
        String[] forms = {
            "Bearer abc",
            PREFIX,
            PREFIX + signature + "=",
            PREFIX.replace("host;", "") + signature,
            OFFICIAL.authorization() + " "
        };
        assertThat(forms).allSatisfy(form -> assertThat(verify(DATE, CONTENT_HASH, form))
                .isInstanceOf(SignatureVerdict.MalformedAuthorization.class));
    }

    @Test
    void empty_and_multi_byte_bodies_verify() {
        for (byte[] body : new byte[][] {{}, utf8("Blåbær og rømmegrøt ☕"), {(byte) 0xff, 0, (byte) 0xfe}}) {
            SignatureHeaders headers = WebhookSignature.sign(SECRET, TARGET, Instant.EPOCH, body);
            assertThat(WebhookSignature.verify(SECRET, TARGET, headers, body).genuine())
                    .isTrue();
        }
    }

    @Test
    void the_host_carries_a_port_only_when_it_is_not_the_schemes_own() {
        assertThat(WebhookTarget.of(URI.create("https://shop.example:443/h?a=%20b")))
                .isEqualTo(new WebhookTarget("shop.example", "/h?a=%20b"));
        assertThat(WebhookTarget.of(URI.create("http://127.0.0.1:8081")))
                .isEqualTo(new WebhookTarget("127.0.0.1:8081", "/"));
        assertThat(WebhookTarget.of(URI.create("https://shop.example:8080/h")).host())
                .isEqualTo("shop.example:8080");
    }

    @Test
    void a_secret_does_not_show_itself() {
        assertThat(SECRET.toString()).doesNotContain(SECRET.text());
        assertThat(Base64.getDecoder().decode(SECRET.text())).hasSize(64);
    }

    private static SignatureVerdict verify(String date, String hash, String authorization) {
        return WebhookSignature.verify(SECRET, TARGET, new SignatureHeaders(date, hash, authorization), BODY);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
