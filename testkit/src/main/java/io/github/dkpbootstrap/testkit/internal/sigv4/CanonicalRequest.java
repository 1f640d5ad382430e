// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sigv4;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a request that is signed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed request</a>
 */
final class CanonicalRequest {
    private final SignedRequest request;
    private final Authorization authorization;

    CanonicalRequest(SignedRequest request, Authorization authorization) {
        this.request = request;
        this.authorization = authorization;
    }

    String text(String payloadHash) {
        return String.join(
                "\n",
                request.method(),
                path(),
                query(),
                headers(),
                String.join(";", authorization.signedHeaders()),
                payloadHash);
    }

    /** Every service but S3 signs the normalised path, encoded once more than it is sent. */
    private String path() {
        String raw = request.uri().getRawPath();
        if (raw == null || raw.isEmpty()) {
            return "/";
        }
        if (authorization.service().equals("s3")) {
            return raw;
        }
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : raw.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(encode(segment));
            }
        }
        String path = "/" + String.join("/", segments);
        return raw.endsWith("/") && path.length() > 1 ? path + "/" : path;
    }

    private String query() {
        String raw = request.uri().getRawQuery();
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        List<String> pairs = new ArrayList<>();
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            pairs.add(encode(decode(parts[0])) + "=" + (parts.length > 1 ? encode(decode(parts[1])) : ""));
        }
        Collections.sort(pairs);
        return String.join("&", pairs);
    }

    private String headers() {
        return authorization.signedHeaders().stream()
                .map(name -> name + ":" + value(name) + "\n")
                .collect(Collectors.joining());
    }

    private String value(String name) {
        List<String> values = request.headers().getOrDefault(name, List.of());
        if (values.isEmpty() && name.equals("host")) {
            return String.valueOf(request.uri().getRawAuthority());
        }
        return values.stream().map(value -> value.strip().replaceAll(" +", " ")).collect(Collectors.joining(","));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
