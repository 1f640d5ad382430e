// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.utils.async.SimplePublisher;

/** The HTTP side of an SDK client: keeps who signed each request, and answers GetCallerIdentity. */
final class FakeHttp {
    private static final String ANSWER = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult>
            </GetCallerIdentityResponse>""";

    final List<String> signedBy = new CopyOnWriteArrayList<>();

    SdkHttpClient sync() {
        return new Sync();
    }

    SdkAsyncHttpClient async() {
        return new Async();
    }

    private SdkHttpFullResponse answer(SdkHttpRequest request) {
        String authorization = request.firstMatchingHeader("Authorization").orElse("unsigned");
        signedBy.add(authorization.replaceAll(".*Credential=([^/]*)/.*", "$1"));
        return SdkHttpFullResponse.builder()
                .statusCode(200)
                .putHeader("Content-Type", "text/xml")
                .build();
    }

    private final class Sync implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
                    return HttpExecuteResponse.builder()
                            .response(answer(request.httpRequest()))
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                            .build();
                }

                @Override
                public void abort() {
                    throw new AssertionError("aborted");
                }
            };
        }

        @Override
        public void close() {
            signedBy.add("closed");
        }
    }

    private final class Async implements SdkAsyncHttpClient {
        @Override
        public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
            request.responseHandler().onHeaders(answer(request.request()));
            SimplePublisher<ByteBuffer> body = new SimplePublisher<>();
            request.responseHandler().onStream(body);
            return body.send(StandardCharsets.UTF_8.encode(ANSWER)).thenCompose(sent -> body.complete());
        }

        @Override
        public void close() {
            signedBy.add("closed");
        }
    }
}
