// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsServiceClientConfiguration;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * An STS that answers call n with keys numbered n, fails while it is told to, and holds calls until they are released.
 * Its secrets all contain {@link #MARK}.
 */
final class FakeSts implements StsClient {
    static final String MARK = "hush";

    final List<AssumeRoleRequest> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger closes = new AtomicInteger();
    /** The access key ids that roles were assumed with; empty for the client's own. */
    final List<String> assumedBy = new CopyOnWriteArrayList<>();
    /** The access key ids that were asked about. */
    final List<String> askedAbout = new CopyOnWriteArrayList<>();

    /** When each set of credentials was given, by access key id. */
    final Map<String, Instant> givenAt = new ConcurrentHashMap<>();

    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Gate gate;
    private volatile @Nullable RuntimeException noIdentity;
    private volatile @Nullable String impostor;
    private volatile @Nullable IdentityProvider<? extends AwsCredentialsIdentity> ownCredentials;
    private volatile Duration skew = Duration.ZERO;
    private volatile String roleId = "AROAEXAMPLE";

    FakeSts(Clock clock) {
        this.clock = clock;
    }

    int calls() {
        return requests.size();
    }

    void fail(Throwable with) {
        failure = with;
    }

    void fail(String code, String message) {
        fail(error(code, message));
    }

    void recover() {
        failure = null;
    }

    /** Says whose credentials these are. */
    void owns(String accessKeyId, String arn) {
        owners.put(accessKeyId, arn);
    }

    /** Makes GetCallerIdentity fail, until it gets null. */
    void failIdentity(@Nullable RuntimeException with) {
        noIdentity = with;
    }

    /** Makes the credentials given from now on those of another identity. */
    void giveCredentialsOf(@Nullable String arn) {
        impostor = arn;
    }

    /** Gives this client credentials of its own, and lets it tell them. */
    void ownCredentials(IdentityProvider<? extends AwsCredentialsIdentity> provider) {
        ownCredentials = provider;
    }

    /** Deletes the role and makes it again. */
    void recreateRole() {
        roleId = "AROAANOTHER";
    }

    /** Makes this STS's clock differ from the session's. */
    void skew(Duration by) {
        skew = by;
    }

    /** Holds each call from now on until the gate is opened. */
    Gate hold() {
        Gate held = new Gate();
        gate = held;
        return held;
    }

    static StsException error(String code, String message) {
        return (StsException) StsException.builder()
                .message(message)
                .requestId("request-1")
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .serviceName("Sts")
                        .build())
                .build();
    }

    @Override
    public AssumeRoleResponse assumeRole(AssumeRoleRequest request) {
        requests.add(request);
        int call = requests.size();
        assumedBy.add(keyId(request));
        Gate held = gate;
        if (held != null) {
            held.pass();
        }
        Throwable failing = failure;
        if (failing instanceof Error error) {
            throw error;
        }
        if (failing instanceof RuntimeException exception) {
            throw exception;
        }
        return answer(request, call);
    }

    private AssumeRoleResponse answer(AssumeRoleRequest request, int call) {
        Instant expiration = clock.instant().plus(skew).plusSeconds(request.durationSeconds());
        Arn role = Arn.parse(request.roleArn());
        Arn user = Arn.of(
                role.partition(),
                "sts",
                "",
                role.account(),
                "assumed-role/" + role.resourceName() + "/" + request.roleSessionName());
        String actual = impostor;
        givenAt.put("ASIAEXAMPLE0000000" + call, clock.instant());
        owns("ASIAEXAMPLE0000000" + call, actual == null ? user.toString() : actual);
        return AssumeRoleResponse.builder()
                .credentials(c -> c.accessKeyId("ASIAEXAMPLE0000000" + call)
                        .secretAccessKey(MARK + "-secret-" + call)
                        .sessionToken(MARK + "-token-" + call)
                        .expiration(expiration))
                .assumedRoleUser(u -> u.assumedRoleId(roleId + ":" + request.roleSessionName())
                        .arn(user.toString()))
                .build();
    }

    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
        String key = keyId(request);
        askedAbout.add(key);
        RuntimeException failing = noIdentity;
        if (failing != null) {
            throw failing;
        }
        String owner = owners.get(key);
        if (owner == null) {
            throw error("InvalidClientTokenId", "The security token included in the request is invalid");
        }
        return GetCallerIdentityResponse.builder()
                .arn(owner)
                .account(Arn.parse(owner).account())
                .userId(roleId + ":of-" + key)
                .build();
    }

    @Override
    public StsServiceClientConfiguration serviceClientConfiguration() {
        if (ownCredentials == null) {
            return StsClient.super.serviceClientConfiguration();
        }
        return StsServiceClientConfiguration.builder()
                .credentialsProvider(ownCredentials)
                .build();
    }

    private static String keyId(AwsRequest request) {
        return request.overrideConfiguration()
                .flatMap(AwsRequestOverrideConfiguration::credentialsIdentityProvider)
                .map(provider -> provider.resolveIdentity().join().accessKeyId())
                .orElse("");
    }

    @Override
    public String serviceName() {
        return "sts";
    }

    @Override
    public void close() {
        closes.incrementAndGet();
    }

    /** Where calls wait. */
    static final class Gate {
        private static final long LIMIT_SECONDS = 10;
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        /** Waits until a call stands at the gate. */
        void awaitCall() {
            if (!await(entered)) {
                throw new AssertionError("no call came");
            }
        }

        void open() {
            open.countDown();
        }

        void pass() {
            entered.countDown();
            if (!await(open)) {
                throw new AssertionError("the gate was never opened");
            }
        }

        private static boolean await(CountDownLatch latch) {
            try {
                return latch.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw AbortedException.create("interrupted", e);
            }
        }
    }
}
