package dev.kvitt.vipps.client.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certification authority of our own and what it vouches for, made by the JDK's keytool. */
public final class TestCertificates {
    private static final String PASSWORD = "only-for-this-test";
    private static final String AUTHORITY = "authority";

    private final Path file;

    public TestCertificates(Path folder) throws IOException, InterruptedException {
        file = folder.resolve("keys.p12");
        keytool("-alias", AUTHORITY, "-dname", "CN=An authority of our own", "-ext", "bc:c");
        leaf("good", "-signer", AUTHORITY, "-ext", "san=dns:localhost");
        leaf("expired", "-signer", AUTHORITY, "-ext", "san=dns:localhost", "-startdate", "-9d", "-validity", "7");
        leaf("elsewhere", "-signer", AUTHORITY, "-ext", "san=dns:vipps.example");
        leaf("unvouched", "-ext", "san=dns:localhost");
    }

    /** What a server shows. */
    public SSLContext serving(String alias) throws IOException, GeneralSecurityException {
        KeyStore all = load();
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(
                alias,
                all.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                all.getCertificateChain(alias));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(one, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Who a client trusts: the authority alone. */
    public SSLContext trusting() throws IOException, GeneralSecurityException {
        Certificate authority = load().getCertificate(AUTHORITY);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(AUTHORITY, authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void leaf(String alias, String... more) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-alias", alias, "-dname", "CN=localhost"));
        options.addAll(List.of(more));
        keytool(options.toArray(String[]::new));
    }

    private void keytool(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("keytool made no keys of " + options[1]);
        }
    }
}
