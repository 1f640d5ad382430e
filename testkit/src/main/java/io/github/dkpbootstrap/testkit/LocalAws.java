// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.analysis.PolicyEvaluator;
import io.github.dkpbootstrap.policy.analysis.PolicyInterpreter;
import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.cloudformation.Options;
import io.github.dkpbootstrap.testkit.internal.http.Answer;
import io.github.dkpbootstrap.testkit.internal.http.HttpEndpoint;
import io.github.dkpbootstrap.testkit.internal.sigv4.AccessKey;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An AWS account inside this JVM: CloudFormation, IAM and STS behind an HTTP server on the loopback interface. Any AWS
 * client can talk to it. Each call's signature is verified, and the policies of its caller decide before anything else
 * happens; stacks take their time, fail and roll back as they do in AWS.
 *
 * <pre>{@code
 * try (LocalAws aws = LocalAws.builder().time(TimeMode.scaled(50)).start()) {
 *     AccessKeys keys = aws.administrator();
 *     CloudFormationClient client = CloudFormationClient.builder()
 *             .endpointOverride(aws.endpoint())
 *             .region(Region.of(aws.region()))
 *             .credentialsProvider(StaticCredentialsProvider.create(
 *                     AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())))
 *             .build();
 * }
 * }</pre>
 *
 * <p>Thread-safe; requests are handled one at a time. Nothing of it outlives {@link #close}.
 */
public final class LocalAws implements AutoCloseable {
    private final Account account;
    private final String region;
    private final World world;
    private final HttpEndpoint http;
    private final AccessKeys administrator;

    private LocalAws(Builder builder) {
        this.account = new Account(builder.accountId, builder.partition);
        this.region = builder.region;
        this.world = new World(
                account,
                builder.time,
                builder.evaluator,
                new Options(builder.pageSize, builder.withoutValues, builder.earlyValidation));
        this.administrator = keys(world.createAdministrator());
        try {
            this.http = HttpEndpoint.start(world::handle);
        } catch (IOException e) {
            throw new UncheckedIOException("The local AWS could not open a port on the loopback interface", e);
        }
    }

    /** Starts a local AWS with the defaults of {@link #builder}. */
    public static LocalAws start() {
        return builder().start();
    }

    /** Returns a builder: account 123456789012, partition {@code aws}, Region us-east-1, real time. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns where clients reach it: {@code http://127.0.0.1:port}, the same for all services. */
    public URI endpoint() {
        return http.uri();
    }

    /** Returns the id of the account. */
    public String accountId() {
        return account.id();
    }

    /** Returns the Region that clients should sign for. Stacks of other Regions are kept apart, as in AWS. */
    public String region() {
        return region;
    }

    /** Returns the partition. */
    public String partition() {
        return account.partition();
    }

    /** Returns the key of a user named {@code administrator} who may do everything. */
    public AccessKeys administrator() {
        return administrator;
    }

    /**
     * Creates a user with inline policies and returns its access key. Without policies it may do nothing but
     * {@code sts:GetCallerIdentity}.
     *
     * @throws IllegalArgumentException if the name is taken or no name for IAM, or if IAM does not accept a policy
     */
    public AccessKeys createUser(String name, PolicyDocument... policies) {
        return keys(world.createUser(name, List.of(policies)));
    }

    /** Answers a request without a socket, just as the server would. */
    public LocalResponse handle(LocalRequest request) {
        Answer answer =
                world.handle(new SignedRequest(request.method(), request.uri(), request.headers(), request.body()));
        Map<String, String> answered =
                Map.of("Content-Type", answer.contentType(), "x-amzn-RequestId", answer.requestId());
        return ImmutableLocalResponse.of(
                answer.status(), answered, answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Stops the server. Repeated calls do nothing. */
    @Override
    public void close() {
        http.close();
    }

    private static AccessKeys keys(AccessKey key) {
        return ImmutableAccessKeys.of(key.id(), key.secret(), key.owner().arn());
    }

    /** Builds a {@link LocalAws}. Not thread-safe. */
    public static final class Builder {
        private String accountId = "123456789012";
        private String partition = "aws";
        private String region = "us-east-1";
        private TimeMode time = TimeMode.real();
        private int pageSize = 100;
        private EarlyValidation earlyValidation = EarlyValidation.OFF;
        private Set<String> withoutValues = Set.of();
        private PolicyEvaluator evaluator = new PolicyInterpreter();

        Builder() {}

        /**
         * Sets the account id.
         *
         * @throws IllegalArgumentException if it is not twelve digits
         */
        public Builder accountId(String accountId) {
            this.accountId = matching("account id", accountId, "[0-9]{12}");
            return this;
        }

        /**
         * Sets the partition: {@code aws}, {@code aws-cn} or {@code aws-us-gov}.
         *
         * @throws IllegalArgumentException if it is none of these
         */
        public Builder partition(String partition) {
            this.partition = matching("partition", partition, "aws|aws-cn|aws-us-gov");
            return this;
        }

        /**
         * Sets the Region.
         *
         * @throws IllegalArgumentException if it does not have the form of one
         */
        public Builder region(String region) {
            this.region = matching("Region", region, "[a-z]{2}(-[a-z]+)+-[0-9]");
            return this;
        }

        /** Sets how time passes. */
        public Builder time(TimeMode time) {
            this.time = time;
            return this;
        }

        /**
         * Sets how many items CloudFormation puts on a page of an answer; 100 unless set.
         *
         * @throws IllegalArgumentException if it is not 1 to 1000
         */
        public Builder pageSize(int pageSize) {
            if (pageSize < 1 || pageSize > 1000) {
                throw new IllegalArgumentException("A page holds 1 to 1000 items, not " + pageSize);
            }
            this.pageSize = pageSize;
            return this;
        }

        /** Sets whether CloudFormation looks at templates before it touches a resource; {@code OFF} unless set. */
        public Builder earlyValidation(EarlyValidation earlyValidation) {
            this.earlyValidation = earlyValidation;
            return this;
        }

        /**
         * Names resources of templates whose changes DescribeChangeSet leaves out when it is asked for property values.
         * It then says so in the reason of a change set that is complete otherwise, and shows all changes to those who
         * ask without values, as CloudFormation does with a resource whose values it cannot compute.
         *
         * @param logicalIds the logical ids; none unless set
         */
        public Builder withoutPropertyValues(String... logicalIds) {
            this.withoutValues = Set.copyOf(List.of(logicalIds));
            return this;
        }

        Builder evaluator(PolicyEvaluator evaluator) {
            this.evaluator = evaluator;
            return this;
        }

        /**
         * Starts it.
         *
         * @throws UncheckedIOException if no port on the loopback interface can be had
         */
        public LocalAws start() {
            return new LocalAws(this);
        }

        private static String matching(String what, String text, String pattern) {
            if (!text.matches(pattern)) {
                throw new IllegalArgumentException("'" + text + "' is no " + what);
            }
            return text;
        }
    }
}
