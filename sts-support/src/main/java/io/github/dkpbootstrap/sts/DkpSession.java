// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A session of an IAM role whose credentials are always fresh. It owns the refreshing and, where it made one, the STS
 * client; SDK clients get {@link #credentials()}, which any number of them can share and none of them can close.
 *
 * <pre>{@code
 * try (DkpSession session = DkpSession.open(s -> s.roleArn("arn:aws:iam::123456789012:role/dkp-bootstrapper-role"));
 *         Ec2Client ec2 = Ec2Client.builder().credentialsProvider(session.credentials()).build()) {
 *     ec2.describeVpcs();
 * }
 * }</pre>
 *
 * <p>Opening makes no call: STS is asked when credentials are first wanted. From the last quarter of a set's life on (an
 * hour at most), the first caller to ask starts the refresh on a daemon thread, and all get the credentials at hand
 * meanwhile. Nobody waits while there are valid credentials; who finds none waits for the one call that is under way,
 * however many ask. A failure to refresh is logged once as a warning and tried again after 5 s, 10 s and so on to 5
 * minutes, while the valid credentials are served to their last second. Without valid credentials the failure is thrown
 * to all who wait, and to those who ask in the next second (2, 4, 8 s after further failures) without another call.
 *
 * <p>A caller that is a session of the role already, as on an instance with its instance profile, gets its own credentials
 * back: a role does not assume itself. Whose credentials STS gave is checked before they are first used.
 *
 * <p>Thread-safe. A session that is not used makes no calls and has no thread.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
public final class DkpSession implements AutoCloseable {
    private final SessionSpec spec;
    private final String name;
    private final StsConnection connection;
    private final CredentialRefresh refresh;
    private final AwsCredentialsProvider credentials;

    private DkpSession(SessionSpec spec, StsConnection connection, CredentialRefresh refresh) {
        this.spec = spec;
        this.connection = connection;
        this.refresh = refresh;
        name = nameOf(spec);
        credentials = new SessionCredentials(refresh, name);
    }

    private static String nameOf(SessionSpec spec) {
        return "Session '" + spec.sessionName() + "' of " + spec.roleArn();
    }

    /** Returns a builder; {@link Builder#roleArn(String)} is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Opens a session with these settings: {@code DkpSession.open(s -> s.roleArn(..))}. See {@link Builder#build()}. */
    public static DkpSession open(Consumer<Builder> settings) {
        Builder builder = builder();
        settings.accept(builder);
        return builder.build();
    }

    /** Returns what the session asks of STS, with each default filled in. */
    public SessionSpec spec() {
        return spec;
    }

    /**
     * Returns the provider to give to SDK clients, synchronous and asynchronous ones; always the same one. It is not
     * closeable, so clients that share it can be closed in any order. Its {@code resolveIdentity} neither blocks nor
     * throws; its {@code resolveCredentials} waits where there are no valid credentials. The identity carries account id,
     * expiration and the SDK's name for AssumeRole as its source.
     *
     * @throws SessionClosedException if the session is closed; the provider too throws it from then on
     */
    public AwsCredentialsProvider credentials() {
        refresh.checkOpen();
        return credentials;
    }

    /**
     * Returns the credentials of this moment, to be exported. They are not refreshed: once handed on, they end at their
     * {@link IssuedCredentials#expiration()}. Waits where there are no valid ones.
     *
     * @throws UnableToAssumeRoleException if there are no valid ones and STS gives none
     * @throws InvalidSessionException if the caller turns out to be a session of another role, and more than an hour was asked for
     * @throws UnexpectedIdentityException if STS gives somebody else's
     * @throws SessionClosedException if the session is closed
     * @throws AbortedException if the thread is interrupted while it waits
     */
    public IssuedCredentials issued() {
        return refresh.awaitLease().issued();
    }

    /**
     * Forgets the credentials at hand: whoever asks next gets new ones, and waits for them. For credentials that AWS
     * refuses before they expire, as after the role was deleted and made again.
     *
     * @throws SessionClosedException if the session is closed
     */
    public void invalidate() {
        refresh.invalidate();
    }

    /**
     * Closes the session: who waits for credentials gets a {@link SessionClosedException}, a call under way is interrupted
     * and its thread waited for (5 s at most), and the STS client is closed if the session made it. A client that was
     * given stays open. Credentials already handed out stay valid until they expire. Closing again does nothing.
     */
    @Override
    public void close() {
        if (refresh.close()) {
            connection.close();
        }
    }

    /** Returns role and session name. */
    @Override
    public String toString() {
        return name;
    }

    /** Builds a {@link DkpSession}. Not thread-safe. */
    public static final class Builder extends SessionSettings<Builder> {
        private @Nullable Supplier<String> mfaCode;
        private @Nullable StsClient stsClient;
        private Optional<SourceCredentials> host = Optional.empty();
        private Optional<SourceCredentials> sources = Optional.empty();
        private @Nullable RoleFacts roleFacts;
        private @Nullable Duration denialBudget;
        private RefreshWindow window = RefreshWindow.DEFAULT;
        private Sleeper sleeper = Sleeper.system();
        private Clock clock = Clock.systemUTC();
        private Logger logger = LoggerFactory.getLogger(DkpSession.class);
        private AwsRegionProvider regions = DefaultRegions.system();
        private Function<Region, StsClient> clients = StsConnection::newClient;

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets the MFA device and where its codes come from. The supplier is asked on a thread of the session, anew at each
         * call of AssumeRole, as a code works once; it may block, and its answer is six digits. Default: no MFA.
         *
         * @param serialNumber see {@link SessionSpec#mfaSerialNumber()}
         */
        public Builder mfa(String serialNumber, Supplier<String> code) {
            mfaSerialNumber(serialNumber);
            mfaCode = code;
            return this;
        }

        /**
         * Sets the client to call STS with: another HTTP client, endpoint or source of credentials. It stays the caller's
         * and is not closed with the session. Default: one that the session makes and closes, with 30 s for a call with all
         * its retries.
         */
        public Builder stsClient(StsClient stsClient) {
            this.stsClient = stsClient;
            return this;
        }

        /**
         * Sets whose credentials are to assume the role. The provider is asked on a thread of the session at each refresh, and
         * stays the caller's: it is not closed. Default: the provider of the client that was given, asked in the same way; or
         * else the SDK's default chain, made anew for each refresh, so that changed profile files count.
         */
        public Builder sourceCredentials(IdentityProvider<? extends AwsCredentialsIdentity> provider) {
            sources = Optional.of(SourceCredentials.of(provider));
            return this;
        }

        /**
         * Lets the instance profile of the EC2 host come first: where its role is the role of this session, its credentials are
         * used as they are, and the role is not assumed. On any other host, and where the spec asks for what only AssumeRole
         * gives, {@link #sourceCredentials} count as ever. The host is asked by version 2 of its metadata service only, at each
         * refresh: where nothing answers that takes a second or two, which a start has to wait for.
         *
         * <p>Default: the SDK's order, in which the instance profile comes last; its credentials too are used as they are.
         *
         * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html">Use
         *     the instance metadata service</a>
         */
        public Builder preferInstanceProfile() {
            return host(SourceCredentials.ifAny(new InstanceMetadata()));
        }

        Builder host(SourceCredentials host) {
            this.host = Optional.of(host);
            return this;
        }

        /**
         * Sets how long denials are borne with where callers wait for credentials, from 1 s to 10 minutes, counted from
         * {@link #build()}: for a role that was made a moment ago. The pauses between attempts are 1, 2, 4 and then 8 s, or 30 s
         * with MFA. Default: a denial is an error at once.
         */
        public Builder denialBudget(Duration denialBudget) {
            this.denialBudget = denialBudget;
            return this;
        }

        /**
         * Sets how long before their end credentials are replaced, from a minute to half of {@link #duration}. Default: the last
         * quarter of their life, at most an hour.
         */
        public Builder refreshWindow(Duration refreshWindow) {
            window = new RefreshWindow(Optional.of(refreshWindow));
            return this;
        }

        /** Sets how the session waits between the attempts of {@link #denialBudget}. Default: it sleeps. */
        public Builder sleeper(Sleeper sleeper) {
            this.sleeper = sleeper;
            return this;
        }

        /** Sets the clock that decides what is fresh and what is expired. Default: the system's, in UTC. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Sets what is known of the role: its longest session, and why it may deny itself. Default: AWS checks, and says little. */
        public Builder roleFacts(RoleFacts roleFacts) {
            this.roleFacts = roleFacts;
            return this;
        }

        Builder logger(Logger logger) {
            this.logger = logger;
            return this;
        }

        Builder ownClient(AwsRegionProvider regions, Function<Region, StsClient> clients) {
            this.regions = regions;
            this.clients = clients;
            return this;
        }

        /**
         * Returns an open session, to be closed. STS is not called.
         *
         * @throws InvalidSessionException if there is no role, or a setting is one that AWS would refuse
         * @throws UnableToResolveRegionException if the session is to make its own client and no Region is set
         */
        public DkpSession build() {
            SessionSpec spec = buildSpec();
            window.check(spec.duration());
            Optional.ofNullable(denialBudget).ifPresent(Patience::checkBudget);
            Optional<MfaCodes> mfa = MfaCodes.of(spec, mfaCode);
            Optional<RoleFacts> facts = Optional.ofNullable(roleFacts)
                    .filter(known -> known.role().map(spec.roleArn()::equals).orElse(true));
            facts.ifPresent(known -> SessionLimits.checkDuration(spec.duration(), spec.roleArn(), known));
            StsConnection connection = stsClient == null
                    ? StsConnection.made(spec.region(), regions, clients)
                    : StsConnection.given(stsClient, spec.region());
            SourceCredentials source =
                    sources.orElseGet(() -> SourceCredentials.of(Optional.ofNullable(stsClient), clock));
            RefreshJournal journal = new RefreshJournal(logger, nameOf(spec));
            Supplier<Attempt> attempts =
                    new AssumeRoleAttempts(spec, connection, host, source, mfa, window, journal, clock);
            Patience patience = Patience.of(Optional.ofNullable(denialBudget), clock.instant(), mfa.isPresent());
            LeaseSource patient = new PatientSource(spec, attempts, patience, facts, clock, sleeper);
            return new DkpSession(spec, connection, new CredentialRefresh(patient, clock, journal, nameOf(spec)));
        }
    }
}
