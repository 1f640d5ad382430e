// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.analysis.PolicyEvaluator;
import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.sigv4.AccessKey;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private final LazyEndpoint http;
    private final AccessKeys administrator;

    private LocalAws(Settings settings) {
        this.account = settings.account();
        this.region = settings.region;
        this.world = new World(settings);
        this.administrator = keys(world.people(People::createAdministrator));
        this.http = new LazyEndpoint(world::handle);
    }

    /** Starts a local AWS with the defaults of {@link #builder}. */
    public static LocalAws start() {
        return builder().start();
    }

    /** Returns a builder: account 123456789012, partition {@code aws}, Region us-east-1, real time. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns where clients reach it: {@code http://127.0.0.1:port}, the same for all services. The server starts when it
     * is first asked for.
     *
     * @throws UncheckedIOException if no port on the loopback interface can be had
     * @throws IllegalStateException if the local AWS was closed before
     */
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
        return keys(world.people(people -> people.createUser(name, List.of(policies))));
    }

    /**
     * Returns the virtual MFA device of a user, who gets one, named like the user, for having none.
     *
     * @throws IllegalArgumentException if there is no such user
     */
    public LocalMfaDevice mfaDevice(String userName) {
        return new LocalMfaDevice(world, world.people(people -> people.mfaSerialNumber(userName)));
    }

    /** Returns the root user of the account. */
    public LocalRoot root() {
        return new LocalRoot(world);
    }

    /** Starts an EC2 instance without an instance profile. */
    public LocalInstance startInstance() {
        return world.hosts().start(Optional.empty());
    }

    /**
     * Starts an EC2 instance with an instance profile. What is said of {@link LocalInstance#attachProfile} holds here too.
     *
     * @throws IllegalArgumentException if there is no such profile
     */
    public LocalInstance startInstance(String profileName) {
        return world.hosts().start(Optional.of(profileName));
    }

    /**
     * Makes calls fail. Several faults may wait at a time; of those that concern a call, the one that was injected first
     * happens to it, and each counts the call.
     */
    public void inject(CallFault fault) {
        world.onSwitchboard(switchboard -> switchboard.add(fault));
    }

    /** Makes work on resources of stacks fail, or take its time. Several faults may wait at a time. */
    public void inject(ResourceFault fault) {
        world.onSwitchboard(switchboard -> switchboard.resources().add(fault));
    }

    /** Takes back all faults that still wait, of calls and of resources. */
    public void clearFaults() {
        world.onSwitchboard(Switchboard::clearFaults);
    }

    /**
     * Returns the calls that came, oldest first. Only the latest 10,000 are kept, fewer if their parameters have more than
     * 16 million characters together.
     */
    public List<LocalCall> calls() {
        return world.calls();
    }

    /** Forgets the calls that came so far. */
    public void forgetCalls() {
        world.onSwitchboard(switchboard -> switchboard.log().clear());
    }

    /** Returns a script for the stack of this name in the {@link #region}. */
    public StackScript stack(String name) {
        return new StackScript(world, region, name);
    }

    /**
     * Answers a request without a socket, just as the server would.
     *
     * @throws UncheckedIOException if a {@link CallFault} ends the connection
     */
    public LocalResponse handle(LocalRequest request) {
        return InProcess.response(
                world.handle(new SignedRequest(request.method(), request.uri(), request.headers(), request.body())));
    }

    /** Stops the servers. Repeated calls do nothing. */
    @Override
    public void close() {
        world.close();
        http.close();
    }

    static AccessKeys keys(AccessKey key) {
        return ImmutableAccessKeys.of(key.id(), key.secret(), key.owner().arn());
    }

    /** Builds a {@link LocalAws}. Not thread-safe. */
    public static final class Builder {
        private final Settings settings = new Settings();

        Builder() {}

        /**
         * Sets the account id.
         *
         * @throws IllegalArgumentException if it is not twelve digits
         */
        public Builder accountId(String accountId) {
            settings.accountId = Settings.matching("account id", accountId, "[0-9]{12}");
            return this;
        }

        /**
         * Sets the partition: {@code aws}, {@code aws-cn} or {@code aws-us-gov}.
         *
         * @throws IllegalArgumentException if it is none of these
         */
        public Builder partition(String partition) {
            settings.partition = Settings.matching("partition", partition, "aws|aws-cn|aws-us-gov");
            return this;
        }

        /**
         * Sets the Region.
         *
         * @throws IllegalArgumentException if it does not have the form of one
         */
        public Builder region(String region) {
            settings.region = Settings.matching("Region", region, "[a-z]{2}(-[a-z]+)+-[0-9]");
            return this;
        }

        /** Sets how time passes. */
        public Builder time(TimeMode time) {
            settings.time = time;
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
            settings.pageSize = pageSize;
            return this;
        }

        /** Sets whether CloudFormation looks at templates before it touches a resource; {@code OFF} unless set. */
        public Builder earlyValidation(EarlyValidation earlyValidation) {
            settings.earlyValidation = earlyValidation;
            return this;
        }

        /**
         * Sets how long it takes until changes of users, roles and policies count; they count at once unless set. Until
         * then calls are decided by what was before, and AssumeRole of a new role is AccessDenied; IAM's own answers show
         * the change at once. Users made by {@link LocalAws#createUser} can call immediately. It is also what a metadata
         * service takes to hear of an instance profile.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder propagationDelay(Duration delay) {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("Changes cannot count " + delay + " after they are made");
            }
            settings.propagationDelay = delay;
            return this;
        }

        /**
         * Sets how often an action may be called in a second of the local clock, before {@code Throttling}; no limit unless set.
         *
         * @param action service and action, such as {@code cloudformation:DescribeStacks}
         * @param callsPerSecond 1 or more
         * @throws IllegalArgumentException if the action does not have that form or the limit is less than 1
         */
        public Builder rateLimit(String action, int callsPerSecond) {
            if (callsPerSecond < 1) {
                throw new IllegalArgumentException("A limit is at least 1 call per second, not " + callsPerSecond);
            }
            settings.rateLimits.put(Settings.matching("action", action, "[a-z0-9-]+:[A-Za-z0-9]+"), callsPerSecond);
            return this;
        }

        /**
         * Names resources of templates whose changes DescribeChangeSet leaves out, and says so in the reason, when it is asked
         * for property values, as CloudFormation does with a resource whose values it cannot compute.
         *
         * @param logicalIds the logical ids; none unless set
         */
        public Builder withoutPropertyValues(String... logicalIds) {
            settings.withoutValues = Set.copyOf(List.of(logicalIds));
            return this;
        }

        Builder evaluator(PolicyEvaluator evaluator) {
            settings.evaluator = evaluator;
            return this;
        }

        /** Starts it. */
        public LocalAws start() {
            return new LocalAws(settings);
        }
    }
}
