package dev.kvitt.vipps.client.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;

/**
 * Decides whether a failed request can have reached Vipps. Only failures that happen before a connection is usable count as not sent; when
 * in doubt, the request is lost. So is it where a handshake fails: TLS 1.2 can start over after a request, and only a certificate that we did
 * not trust is known to come before it. Messages of exceptions are left out, for they may quote anything.
 */
final class TransportFailure {
    private TransportFailure() {}

    static Transmission of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String why = cause.getClass().getSimpleName();
            switch (cause) {
                case HttpConnectTimeoutException _ -> {
                    return Transmission.NotSent.unreachable("no connection to Vipps in time (" + why + ")");
                }
                case ConnectException _, NoRouteToHostException _ -> {
                    return Transmission.NotSent.unreachable("no connection to Vipps (" + why + ")");
                }
                case UnknownHostException _, UnresolvedAddressException _ -> {
                    return Transmission.NotSent.unreachable("the host name of Vipps was not found (" + why + ")");
                }
                case CertificateException _ -> {
                    return Transmission.NotSent.unreachable("no trusted connection to Vipps (" + why + ")");
                }
                default -> {}
            }
        }
        return Transmission.Lost.onTheWay("the connection failed, perhaps after the request was sent ("
                + failure.getClass().getSimpleName() + ")");
    }
}
