// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.examples;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.DkpBootstrap;
import io.github.dkpbootstrap.DkpDeployment;
import io.github.dkpbootstrap.DkpDrift;
import io.github.dkpbootstrap.DkpPlan;
import io.github.dkpbootstrap.DriftReversion;
import io.github.dkpbootstrap.ForeignAccess;
import io.github.dkpbootstrap.Replacement;
import io.github.dkpbootstrap.UnfinishedUpdate;
import io.github.dkpbootstrap.deploy.StackListener;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.analysis.Containment;
import io.github.dkpbootstrap.policy.analysis.PermissionReport;
import io.github.dkpbootstrap.policy.analysis.PolicyAnalysis;
import io.github.dkpbootstrap.policy.analysis.PolicyDiff;
import io.github.dkpbootstrap.policy.finding.Finding;
import io.github.dkpbootstrap.policy.finding.PolicyChecks;
import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.sts.Shell;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.TimeMode;
import io.github.dkpbootstrap.testkit.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The code that the README and the guides quote; a test holds the two together. */
final class Snippets {
    private Snippets() {}

    static void readme() {
        DkpDeployment dkp = DkpBootstrap.deploy(); // create or update the stack, follow it to the end

        System.out.println(dkp.outcome() + " " + dkp.outputs().roleArn());

        try (DkpSession session =
                        dkp.openSession("create-cluster"); // assumes dkp-bootstrapper-role, keeps itself fresh
                StsClient sts = StsClient.builder()
                        .credentialsProvider(session.credentials())
                        .build()) {
            System.out.println(sts.getCallerIdentity().arn()); // any SDK client takes session.credentials()
            session.issued().maskedExportLines(Shell.POSIX).forEach(System.out::println); // exportLines has the secrets
        }
    }

    static void ownClients(CloudFormationClient cloudFormation, IamClient iam, StsClient sts) {
        BootstrapClients clients = BootstrapClients.builder()
                .cloudFormation(cloudFormation)
                .iam(iam)
                .sts(sts)
                .build();
        DkpDeployment dkp = DkpBootstrap.using(clients).deploy();
        System.out.println(dkp.outputs().policyArn());
    }

    static void plan() {
        try (DkpPlan plan = DkpBootstrap.plan()) {
            System.out.println(plan.text());
            boolean harmless = plan.changes().stream().allMatch(change -> change.replacement() == Replacement.NEVER);
            if (harmless) {
                plan.execute(); // just what was shown, or PlanOutdatedException
            }
        } // a plan that was not executed is thrown away
    }

    static void adopt() {
        DkpDeployment adopted = DkpBootstrap.adopt();
        System.out.println(adopted.outcome());
    }

    static void probe() {
        DkpDeployment dkp = DkpBootstrap.deploy(BootstrapSpec.Builder::probeRole);
        System.out.println(dkp.readiness().orElseThrow()); // ASSUMABLE, NOT_YET or DENIED
    }

    static void progress() {
        DkpBootstrap.deploy(spec -> spec.listener(StackListener.console()));
    }

    static CompletableFuture<Void> notBlocking() {
        CompletableFuture<DkpDeployment> deploying =
                DkpBootstrap.deployAsync(spec -> spec.unfinishedUpdate(UnfinishedUpdate.CANCEL));

        CompletableFuture<Void> printed =
                deploying.thenAccept(dkp -> System.out.println(dkp.outputs().roleArn()));
        deploying.cancel(true); // follows it no longer, and has AWS roll an update back
        return printed;
    }

    static void drift() {
        DkpDrift drift = DkpBootstrap.drift();
        if (!drift.isInSync()) {
            System.out.println(drift.text());
            DriftReversion reversion = DkpBootstrap.revertDrift();
            System.out.println(reversion.text());
        }
    }

    static void removeForeignAccess() {
        DriftReversion reversion = DkpBootstrap.revertDrift(spec -> spec.foreignAccess(ForeignAccess.REMOVE));
        reversion
                .removed()
                .forEach(access -> System.out.println(
                        access.property() + " " + access.actual().orElse("")));
    }

    static void session() {
        try (DkpSession session = DkpSession.open(s -> s.roleArn("arn:aws:iam::123456789012:role/dkp-bootstrapper-role")
                        .sessionName("create-cluster"));
                IamClient iam = IamClient.builder()
                        .credentialsProvider(session.credentials())
                        .build()) {
            iam.createServiceLinkedRole(r -> r.awsServiceName("spot.amazonaws.com"));
        }
    }

    static void export(DkpSession session) {
        session.issued().exportLines(Shell.POSIX).forEach(System.out::println);
    }

    static void findings(String json) {
        List<Finding> findings =
                PolicyChecks.standard().without("MISSING_VERSION").check(json, PolicyTarget.MANAGED_POLICY);
        findings.forEach(System.out::println);
    }

    static void noBroader(PolicyDocument policy, PolicyDocument reference) {
        Containment answer =
                PolicyAnalysis.of(policy, PolicyTarget.MANAGED_POLICY).isNoBroaderThan(reference);
        answer.counterexample().ifPresent(found -> {
            System.out.println(
                    found.request().action() + " on " + found.request().resource());
            System.out.println(found.denied().reason());
        });
    }

    static void grants(PolicyDocument policy) {
        boolean safe = PolicyAnalysis.of(policy, PolicyTarget.MANAGED_POLICY)
                .grants(List.of("iam:CreateUser", "iam:CreateAccessKey"), List.of("*"))
                .isNotGranted();
        System.out.println(safe);
    }

    static void diff(PolicyDocument older, PolicyDocument newer) {
        PolicyDiff diff = PolicyAnalysis.of(newer, PolicyTarget.MANAGED_POLICY).diff(older);
        diff.gained().forEach(gained -> System.out.println(gained.path() + " allows " + gained.evidence()));
    }

    static void minimise(PolicyDocument policy) {
        PolicyDocument smaller = PolicyAnalysis.of(policy, PolicyTarget.MANAGED_POLICY)
                .minimise()
                .document();
        System.out.println(smaller.quotaCharacters());
    }

    static void testkit(String template) {
        VirtualClock clock = VirtualClock.atPresent();
        try (LocalAws aws = LocalAws.builder().time(TimeMode.virtual(clock)).start()) {
            AccessKeys keys = aws.administrator();
            CloudFormationClient cloudFormation = CloudFormationClient.builder()
                    .endpointOverride(aws.endpoint())
                    .region(Region.of(aws.region()))
                    .credentialsProvider(StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())))
                    .build();
            cloudFormation.createStack(
                    r -> r.stackName("dkp").templateBody(template).capabilities(Capability.CAPABILITY_NAMED_IAM));
            clock.advance(Duration.ofMinutes(3));
            // DescribeStacks: CREATE_COMPLETE
        }
    }

    static void permissionReport(PolicyDocument policy) throws IOException {
        PermissionReport report =
                PolicyAnalysis.of(policy, PolicyTarget.MANAGED_POLICY).permissionReport();
        Files.writeString(Path.of("permissions.md"), report.toMarkdown());
        Files.writeString(Path.of("permissions.html"), report.toHtml());
    }

    static void testing() {
        VirtualClock clock = VirtualClock.atPresent();
        try (LocalAws aws = LocalAws.builder().time(TimeMode.virtual(clock)).start()) {
            AwsCredentialsProvider keys = StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    aws.administrator().accessKeyId(), aws.administrator().secretAccessKey()));
            BootstrapClients clients = BootstrapClients.builder()
                    .cloudFormation(CloudFormationClient.builder()
                            .endpointOverride(aws.endpoint())
                            .region(Region.US_EAST_1)
                            .credentialsProvider(keys)
                            .build())
                    .iam(IamClient.builder()
                            .endpointOverride(aws.endpoint())
                            .region(Region.US_EAST_1)
                            .credentialsProvider(keys)
                            .build())
                    .sts(StsClient.builder()
                            .endpointOverride(aws.endpoint())
                            .region(Region.US_EAST_1)
                            .credentialsProvider(keys)
                            .build())
                    .clock(clock)
                    .sleeper(clock::advance) // waiting moves the clock: a creation of 140 s takes milliseconds
                    .build();
            DkpBootstrap.using(clients).deploy();
        }
    }
}
