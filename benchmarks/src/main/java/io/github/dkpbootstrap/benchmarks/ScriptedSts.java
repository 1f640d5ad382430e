// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** An STS without a network: it takes its time, then gives credentials of one hour or denies them, and counts. */
final class ScriptedSts implements StsClient {
    static final String ROLE = "arn:aws:iam::123456789012:role/dkp-bootstrapper-role";
    static final String SESSION = "benchmark";
    private static final String ASSUMED = "arn:aws:sts::123456789012:assumed-role/dkp-bootstrapper-role/" + SESSION;

    /** What AssumeRole comes to. */
    enum Answer {
        /** Credentials. */
        CREDENTIALS,
        /** AccessDenied. */
        DENIAL
    }

    private final AtomicInteger calls = new AtomicInteger();
    private final Duration latency;
    private final Answer answer;

    ScriptedSts(Duration latency, Answer answer) {
        this.latency = latency;
        this.answer = answer;
    }

    /** Returns how often AssumeRole was called. */
    int calls() {
        return calls.get();
    }

    @Override
    public AssumeRoleResponse assumeRole(AssumeRoleRequest request) {
        int call = calls.incrementAndGet();
        pass(latency);
        if (answer == Answer.DENIAL) {
            throw denied();
        }
        return AssumeRoleResponse.builder()
                .credentials(c -> c.accessKeyId("ASIAEXAMPLE" + call)
                        .secretAccessKey("secret")
                        .sessionToken("token")
                        .expiration(Instant.now().plusSeconds(3600)))
                .assumedRoleUser(u -> u.assumedRoleId("AROAEXAMPLE:" + SESSION).arn(ASSUMED))
                .build();
    }

    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
        return GetCallerIdentityResponse.builder()
                .account("123456789012")
                .arn(ASSUMED)
                .userId("AROAEXAMPLE:" + SESSION)
                .build();
    }

    @Override
    public String serviceName() {
        return "sts";
    }

    @Override
    public void close() {}

    private static RuntimeException denied() {
        return StsException.builder()
                .message("denied")
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDenied")
                        .errorMessage("denied")
                        .build())
                .build();
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
