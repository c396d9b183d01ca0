package vn.chophien.listingindex;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * A non-blocking connection to Elasticsearch. It survives the server: a request while it is down fails within the timeouts,
 * and the next one after it is back succeeds.
 */
public final class ListingIndexConnection implements AutoCloseable {

    private final Rest5ClientTransport transport;
    private final ElasticsearchAsyncClient client;

    private ListingIndexConnection(Rest5ClientTransport transport) {
        this.transport = transport;
        this.client = new ElasticsearchAsyncClient(transport);
    }

    /** Credentials, where the cluster wants them, stand in the address: {@code https://user:password@host:9200}. */
    public static ListingIndexConnection open(URI address, Duration connectTimeout, Duration responseTimeout) {
        var rest = Rest5Client.builder(new HttpHost(address.getScheme(), address.getHost(), address.getPort()))
                .setDefaultHeaders(credentials(address))
                .setConnectionConfigCallback(connection -> connection
                        .setConnectTimeout(Timeout.of(connectTimeout))
                        .setSocketTimeout(Timeout.of(responseTimeout)))
                .setRequestConfigCallback(request -> request.setResponseTimeout(Timeout.of(responseTimeout))
                        .setConnectionRequestTimeout(Timeout.of(responseTimeout)))
                .setHttpClientConfigCallback(http -> http.setIOReactorConfig(
                                IOReactorConfig.custom().setIoThreadCount(2).build())
                        // The cluster is near: packing its answers costs both sides more than sending them.
                        .disableContentCompression()
                        // An index that is busy is left alone by whoever asks, for as long as they see fit.
                        .disableAutomaticRetries())
                .build();
        return new ListingIndexConnection(
                new Rest5ClientTransport(rest, new Jackson3JsonpMapper(ListingJson.mapper())));
    }

    public ElasticsearchAsyncClient client() {
        return client;
    }

    /**
     * Sends bytes as one body and answers with bytes: for thousands of documents at once, which the client would make objects of, and
     * send one by one. Fails on any status that is an error; cancelled, the request is given up.
     *
     * @param path with its parameters, {@code /_bulk?timeout=5s}
     */
    public CompletableFuture<byte[]> post(String path, ContentType type, byte[] body) {
        var request = new Request("POST", path);
        request.setEntity(new ByteArrayEntity(body, type));
        var answered = new CompletableFuture<byte[]>();
        var call = transport.restClient().performRequestAsync(request, new ResponseListener() {
            @Override
            public void onSuccess(Response response) {
                try {
                    answered.complete(EntityUtils.toByteArray(response.getEntity()));
                } catch (IOException broken) {
                    answered.completeExceptionally(broken);
                }
            }

            @Override
            public void onFailure(Exception failure) {
                answered.completeExceptionally(failure);
            }
        });
        answered.whenComplete((answer, failure) -> {
            if (failure instanceof CancellationException) {
                call.cancel();
            }
        });
        return answered;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Header[] credentials(URI address) {
        var userInfo = address.getUserInfo();
        if (userInfo == null) {
            return new Header[0];
        }
        var token = Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
        return new Header[] {new BasicHeader("Authorization", "Basic " + token)};
    }
}
