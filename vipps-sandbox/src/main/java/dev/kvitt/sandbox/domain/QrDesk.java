package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.qr.RedirectQrBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The printed codes of one sales unit. Safe for many threads. */
public final class QrDesk {

    private final Msn msn;
    private final Surroundings surroundings;
    private final BeaconBook beacons;
    private final QrBook callbacks;
    private final RedirectBook redirects;

    QrDesk(Msn msn, Surroundings surroundings, BeaconBook beacons) {
        this.msn = msn;
        this.surroundings = surroundings;
        this.beacons = beacons;
        this.callbacks = new QrBook(msn, surroundings.state());
        this.redirects = new RedirectBook(msn, surroundings.state());
    }

    // Callback codes

    /** Creates it, or changes its location; the printed code stays. */
    public void putCallback(String merchantQrId, String location) {
        callbacks.put(merchantQrId, location, () -> {
            String code = surroundings.ids().urlToken();
            return new CallbackQr(merchantQrId, location, PublicUrls.checkIn(publicUrl(), code), code, false);
        });
    }

    /**
     * Takes over an old MobilePay code, or changes its location.
     *
     * @return false if the code is another sales unit's, or the id is that of a code of the new kind
     */
    public boolean putBeacon(String beaconId, String location) {
        return surroundings.state().together(() -> {
            boolean taken =
                    callbacks.find(beaconId).filter(code -> !code.beacon()).isPresent();
            if (taken || !beacons.claim(beaconId, msn)) {
                return false;
            }
            callbacks.put(beaconId, location, () -> beacon(beaconId, location));
            return true;
        });
    }

    private CallbackQr beacon(String beaconId, String location) {
        String content = "mobilepaypos://pos?id=" + URLEncoder.encode(beaconId, StandardCharsets.UTF_8) + "&source=qr";
        return new CallbackQr(beaconId, location, content, surroundings.ids().urlToken(), true);
    }

    public Optional<CallbackQr> callback(String merchantQrId) {
        return callbacks.find(merchantQrId);
    }

    /** Found by what the picture says. */
    public Optional<CallbackQr> callbackSaying(String content) {
        return callbacks.find(each -> each.content().equals(content));
    }

    public List<CallbackQr> callbacks() {
        return callbacks.all();
    }

    public boolean removeCallback(String merchantQrId) {
        return surroundings.state().together(() -> {
            Optional<CallbackQr> removed = callbacks.remove(merchantQrId);
            removed.filter(CallbackQr::beacon).ifPresent(code -> beacons.release(merchantQrId));
            return removed.isPresent();
        });
    }

    // Redirect codes

    /** @return empty if the id is taken */
    public Optional<RedirectQr> createRedirect(RedirectQrBody body) {
        Optional<Instant> end = Optional.ofNullable(body.ttl()).map(ttl -> now().plusSeconds(ttl));
        RedirectQr fresh =
                new RedirectQr(body.id(), body.redirectUrl(), surroundings.ids().urlToken(), end);
        return redirects.add(fresh, now()) ? Optional.of(fresh) : Optional.empty();
    }

    public Optional<RedirectQr> redirect(String id) {
        return redirects.find(id, now());
    }

    /** Found by its print. */
    public Optional<RedirectQr> redirectOf(String code) {
        return redirects.findCode(code, now());
    }

    public List<RedirectQr> redirects() {
        return redirects.all(now());
    }

    public Optional<RedirectQr> updateRedirect(String id, String redirectUrl) {
        return redirects.lead(id, redirectUrl, now());
    }

    public boolean removeRedirect(String id) {
        return redirects.remove(id, now());
    }

    /** Seconds a redirect code has left, or -1. */
    public long expiresIn(RedirectQr code) {
        return code.expiresIn(now());
    }

    /** What a picture of one of these codes says; empty if there is no such print any more. */
    public Optional<String> contentOf(String code) {
        return callbacks
                .find(each -> each.code().equals(code))
                .map(CallbackQr::content)
                .or(() -> redirectOf(code).map(each -> PublicUrls.redirect(publicUrl(), each.code())));
    }

    private Instant now() {
        return surroundings.clock().now();
    }

    private String publicUrl() {
        return surroundings.publicUrl();
    }
}
