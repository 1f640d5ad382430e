// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.sts.DefaultRegions;
import io.github.dkpbootstrap.sts.Denial;
import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.sts.IssuedCredentials;
import io.github.dkpbootstrap.sts.RoleFacts;
import io.github.dkpbootstrap.sts.SessionSpec;
import io.github.dkpbootstrap.sts.Sleeper;
import io.github.dkpbootstrap.testkit.CallFault;
import io.github.dkpbootstrap.testkit.LocalInstance;
import io.github.dkpbootstrap.testkit.LocalMfaDevice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** Drives sessions through all that they do and all that can go wrong with them, with secrets in every place for one. */
final class SessionDrive {
    private static final String EXTERNAL_ID = "hush-external/id+1=x,y";
    private static final String EXPECTED_ID = "hush-expected-id";
    private static final String WRONG_CODE = "271828";
    private static final String TYPED = "314159";
    private static final String PRINTED = "hushPrinted";
    private static final String METADATA = "aws.ec2MetadataServiceEndpoint";
    private static final String EVE = "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>"
            + "arn:aws:iam::999999999999:user/eve</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>";
    private static final Duration HOUR = Duration.ofHours(1);

    private final MarkedAccount account;
    private final Evidence evidence;
    private final String role;
    private final AwsCredentials admin;
    private final AwsSessionCredentials signedIn;

    SessionDrive(MarkedAccount account, Evidence evidence, Arn role) {
        this.account = account;
        this.evidence = evidence;
        this.role = role.toString();
        this.admin = account.keys(account.aws.administrator());
        this.signedIn = account.signedIn();
        account.marks.add("external id", EXTERNAL_ID);
        account.marks.add("external id of the trust policy", EXPECTED_ID);
        account.marks.add("wrong code", WRONG_CODE);
        account.marks.add("typed code", TYPED);
        account.marks.add("output of a process", PRINTED);
    }

    /** Returns credentials that were issued. */
    IssuedCredentials run() {
        trust(s -> {});
        IssuedCredentials issued = live();
        closed();
        mfa();
        directUse();
        sources();
        refusedByForm();
        new AnswerDrive(account, evidence, EXTERNAL_ID, signedIn, sts -> open(sts, full())).run();
        denials();
        return issued;
    }

    private void closed() {
        DkpSession closed;
        try (StsClient sts = account.sts(StaticCredentialsProvider.create(signedIn));
                DkpSession session = open(sts, full())) {
            closed = session;
        }
        evidence.fails(closed::issued);
    }

    private IssuedCredentials live() {
        try (StsClient sts = account.sts(StaticCredentialsProvider.create(signedIn));
                DkpSession session = open(sts, full())) {
            evidence.see(DkpSession.builder(), session, session.spec(), session.credentials());
            evidence.see(session.spec(), SessionSpec.builder().roleArn(role));
            IssuedCredentials issued = session.issued();
            evidence.see(issued, issued.toBuilder(), issued.toAwsCredentials());
            evidence.see(session.credentials().resolveCredentials());
            evidence.see(session.credentials().resolveIdentity().join());
            account.clock.advance(Duration.ofMinutes(50)); // in the window: by and by, an outage, and its end
            account.aws.inject(quoting(EXTERNAL_ID).on("sts:AssumeRole").always());
            session.credentials().resolveCredentials();
            settle(session);
            account.clock.advance(Duration.ofMinutes(1));
            account.aws.clearFaults();
            session.credentials().resolveCredentials();
            settle(session);
            session.invalidate();
            evidence.see(session.issued());
            return issued;
        }
    }

    private void mfa() {
        LocalMfaDevice device = account.aws.mfaDevice(adminName());
        evidence.see(device);
        account.clock.advance(Duration.ofMinutes(1));
        withCodes(device, device::code, session -> evidence.see(session.issued(), session.spec(), session));
        account.clock.advance(Duration.ofMinutes(1));
        withCodes(device, () -> WRONG_CODE, session -> evidence.fails(session::issued));
        withCodes(device, () -> "1" + TYPED, session -> evidence.fails(session::issued));
        withCodes(device, () -> throwing(new IllegalStateException(TYPED)), session -> evidence.fails(session::issued));
        withCodes(device, () -> throwing(new AssertionError(TYPED)), session -> evidence.fails(session::issued));
        account.clock.advance(Duration.ofMinutes(1));
        String code = device.code();
        account.aws.inject(quoting(code).on("sts:AssumeRole"));
        withCodes(device, () -> code, session -> evidence.fails(session::issued));
    }

    private void withCodes(LocalMfaDevice device, Supplier<String> codes, Consumer<DkpSession> act) {
        try (StsClient sts = account.sts(StaticCredentialsProvider.create(admin));
                DkpSession session = open(sts, s -> s.mfa(device.serialNumber(), codes))) {
            act.accept(session);
        }
    }

    private static String throwing(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /** A session of the role already, of a provider and of a host. */
    private void directUse() {
        AwsCredentials own;
        try (StsClient sts = account.sts(StaticCredentialsProvider.create(admin));
                DkpSession session = open(sts, s -> s.sessionName("host"))) {
            own = session.issued().toAwsCredentials();
        }
        try (StsClient sts = account.sts(StaticCredentialsProvider.create(own));
                DkpSession session = open(sts, s -> {})) {
            evidence.see(session.issued());
            account.clock.advance(HOUR);
            evidence.fails(session::issued);
        }
        LocalInstance host = account.aws.startInstance("DKPBootstrapInstanceProfile");
        evidence.see(host);
        System.setProperty(METADATA, host.metadataEndpoint().toString());
        try (StsClient sts = account.sts(StaticCredentialsProvider.create(admin));
                DkpSession session = open(sts, DkpSession.Builder::preferInstanceProfile)) {
            IssuedCredentials issued = session.issued();
            account.marks.add("secret key of a host", issued.secretAccessKey());
            account.marks.add("token of a host", issued.sessionToken().orElseThrow());
            evidence.see(issued, session);
        } finally {
            System.clearProperty(METADATA);
        }
    }

    private void sources() {
        from(StaticCredentialsProvider.create(signedIn), session -> evidence.see(session.issued()));
        from(process("echo " + PRINTED), session -> evidence.fails(session::issued));
        from(process("printf '{\"SecretAccessKey\":" + PRINTED + "}'"), session -> evidence.fails(session::issued));
        account.aws.inject(CallFault.answer(200, "text/xml", EVE).on("sts:GetCallerIdentity"));
        from(StaticCredentialsProvider.create(admin), session -> evidence.fails(session::issued));
        account.aws.inject(signed(signedIn).on("sts:AssumeRole"));
        from(StaticCredentialsProvider.create(signedIn), session -> evidence.fails(session::issued));
        from(
                () -> AwsSessionCredentials.create("ASIAUNKNOWN", signedIn.secretAccessKey(), signedIn.sessionToken()),
                session -> evidence.fails(session::issued));
    }

    private static AwsCredentialsProvider process(String command) {
        return ProcessCredentialsProvider.builder()
                .command(List.of("sh", "-c", command))
                .build();
    }

    private void from(AwsCredentialsProvider source, Consumer<DkpSession> act) {
        try (StsClient sts = account.sts(StaticCredentialsProvider.create(admin));
                DkpSession session = open(sts, s -> s.externalId(EXTERNAL_ID).sourceCredentials(source))) {
            act.accept(session);
        }
    }

    private void refusedByForm() {
        evidence.fails(() -> SessionSpec.builder()
                .roleArn(role)
                .externalId(EXTERNAL_ID + " ")
                .build());
        evidence.fails(() -> SessionSpec.builder()
                .roleArn(role)
                .externalId(EXTERNAL_ID + "x".repeat(1300))
                .build());
        evidence.fails(() -> SessionSpec.builder().externalId(EXTERNAL_ID).build());
        evidence.fails(() -> DkpSession.open(full().andThen(s -> s.duration(Duration.ofSeconds(1)))));
        evidence.fails(() -> DkpSession.open(full().andThen(s -> s.denialBudget(Duration.ofDays(1)))));
        evidence.fails(() -> DkpSession.open(full().andThen(s -> s.sessionName("a b"))));
        evidence.see(DefaultRegions.system(), Sleeper.system());
    }

    private PolicyDocument trust(Consumer<Statement.Builder> more) {
        PolicyDocument trust = PolicyDocument.builder()
                .addStatement(s -> more.accept(s.effect(Effect.ALLOW)
                        .principal(Principal.aws(account.aws.accountId()))
                        .actions("sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity")))
                .build();
        account.clients
                .iam()
                .updateAssumeRolePolicy(
                        r -> r.roleName("dkp-bootstrapper-role").policyDocument(trust.toJson(JsonLayout.MINIFIED)));
        return trust;
    }

    private void denials() {
        PolicyDocument trust = trust(s -> s.condition(ConditionOperator.STRING_EQUALS, "sts:ExternalId", EXPECTED_ID));
        RoleFacts facts = new RoleFacts() {
            @Override
            public Optional<Duration> maxSessionDuration() {
                return Optional.of(HOUR);
            }

            @Override
            public Optional<PolicyDocument> trustPolicy() {
                return Optional.of(trust);
            }
        };
        evidence.see(facts, Denial.PERMANENT);
        try (StsClient sts = account.sts(StaticCredentialsProvider.create(signedIn));
                DkpSession session =
                        open(sts, full().andThen(s -> s.roleFacts(facts).denialBudget(Duration.ofSeconds(9))))) {
            evidence.fails(session::issued);
            evidence.fails(() -> joined(session));
        }
    }

    private static void joined(DkpSession session) throws CompletionException {
        session.credentials().resolveIdentity().join();
    }

    private Consumer<DkpSession.Builder> full() {
        return s -> s.roleArn(role)
                .externalId(EXTERNAL_ID)
                .tag("team", "blue")
                .transitiveTag("cost", "1")
                .sourceIdentity("alice")
                .region(Region.US_WEST_2)
                .refreshWindow(Duration.ofMinutes(15));
    }

    private DkpSession open(StsClient sts, Consumer<DkpSession.Builder> settings) {
        return DkpSession.open(settings.andThen(
                s -> s.roleArn(role).stsClient(sts).clock(account.clock).sleeper(account.clock::advance)));
    }

    /** As AWS refuses a value. */
    private static CallFault quoting(String value) {
        return CallFault.refused("ValidationError", 400, "1 validation error detected: Value '" + value + "' is wrong");
    }

    /** As AWS refuses a signature, with all that was to be signed. */
    private static CallFault signed(AwsSessionCredentials source) {
        return CallFault.refused(
                "SignatureDoesNotMatch",
                403,
                "The Canonical String for this request should have been\n'POST\n/\n\nx-amz-security-token:"
                        + source.sessionToken() + "\n\nhost'");
    }

    private String adminName() {
        String arn = account.aws.administrator().userArn();
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private static void settle(DkpSession session) {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(session.toString())) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
