package dev.kvitt.sandbox.api;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** Ends a request's connection as a network would: at once, with nothing more said. */
final class Wire {

    private Wire() {}

    /**
     * @param reset TCP reset instead of an orderly end. Of HTTP/2 only the request's own stream is reset either way,
     *     because other requests share the connection
     * @return when nothing more can get out
     */
    static Future<Void> cut(HttpServerRequest request, boolean reset) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
            return Future.succeededFuture();
        }
        Channel channel = ((ConnectionBase) (HttpServerConnection) request.connection()).channel();
        Promise<Void> closed = Promise.promise();
        channel.closeFuture().addListener(done -> closed.tryComplete());
        channel.eventLoop().execute(() -> {
            if (reset) {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
            }
            // Past the pipeline: an orderly close would wait for the answer.
            channel.unsafe().close(channel.voidPromise());
        });
        return closed.future();
    }
}
