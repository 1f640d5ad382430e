// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.imds;

import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.http.Answer;
import io.github.dkpbootstrap.testkit.internal.http.Arrival;
import io.github.dkpbootstrap.testkit.internal.http.Desk;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The metadata service of one instance. It answers nobody without a token.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html">Access instance
 *     metadata</a>
 */
final class MetadataService implements Desk {
    private static final String ROOT = "/latest";
    private static final String TOKEN = ROOT + "/api/token";
    private static final String TOKEN_HEADER = "x-aws-ec2-metadata-token";
    private static final String LIFE_HEADER = "x-aws-ec2-metadata-token-ttl-seconds";
    private static final String TEXT = "text/plain";

    private final Timeline timeline;
    private final Desk localAws;
    private final MetadataTree tree;
    private final MetadataTokens tokens = new MetadataTokens();

    MetadataService(Timeline timeline, Desk localAws, MetadataTree tree) {
        this.timeline = timeline;
        this.localAws = localAws;
        this.tree = tree;
    }

    @Override
    public Arrival arrival(SignedRequest request) {
        String path = path(request);
        return new Arrival("imds", action(path), Optional.empty(), timeline.now(), Form.of("Path", path));
    }

    private static String action(String path) {
        if (path.equals(TOKEN)) {
            return "GetToken";
        }
        if (!(path + "/").startsWith(ROOT + MetadataTree.CREDENTIALS)) {
            return "GetMetadata";
        }
        return (path + "/").equals(ROOT + MetadataTree.CREDENTIALS) || path.endsWith("/")
                ? "GetRoleName"
                : "GetCredentials";
    }

    @Override
    public Answer refuse(SignedRequest request, ServiceError error) {
        return failed(error.status(), error.code());
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        return localAws.exclusively(action);
    }

    @Override
    public Answer handle(SignedRequest request) {
        return switch (request.method()) {
            case "PUT" -> put(request);
            case "GET" -> get(request);
            default -> failed(405, "Method Not Allowed");
        };
    }

    private Answer put(SignedRequest request) {
        if (!path(request).equals(TOKEN)) {
            return failed(405, "Method Not Allowed");
        }
        if (request.header("x-forwarded-for").isPresent()) {
            return failed(403, "Forbidden");
        }
        return MetadataTokens.life(request.header(LIFE_HEADER))
                .map(life -> found(tokens.issue(life, timeline.now()), life))
                .orElseGet(() -> failed(400, "Bad Request"));
    }

    private Answer get(SignedRequest request) {
        Optional<Duration> life = tokens.remaining(request.header(TOKEN_HEADER), timeline.now());
        if (life.isEmpty()) {
            return failed(401, "Unauthorized");
        }
        String path = path(request);
        Optional<String> text = path.startsWith(ROOT + "/")
                ? tree.text(path.substring(ROOT.length()), timeline.now())
                : Optional.empty();
        return text.map(body -> found(body, life.get())).orElseGet(() -> failed(404, "Not Found"));
    }

    private static String path(SignedRequest request) {
        return Optional.ofNullable(request.uri().getPath()).orElse("").replaceFirst("^/+", "/");
    }

    private static Answer found(String body, Duration life) {
        return new Answer(200, TEXT, "", body, Map.of("X-Aws-Ec2-Metadata-Token-Ttl-Seconds", "" + life.toSeconds()));
    }

    private static Answer failed(int status, String reason) {
        String title = status + " - " + reason;
        return new Answer(
                status,
                "text/html",
                "",
                "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>\n");
    }
}
