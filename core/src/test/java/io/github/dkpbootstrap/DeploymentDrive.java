// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.CallFault;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Drives what deploys, looks and attaches, as far as secrets pass: keys of callers, keys of users, external ids. */
final class DeploymentDrive {
    private static final String ROLE = "dkp-bootstrapper-role";
    private static final String FOUND_ID = "hush-found-id";

    private final MarkedAccount account;
    private final Evidence evidence;
    private final Bootstrapper bootstrapper;

    DeploymentDrive(MarkedAccount account, Evidence evidence) {
        this.account = account;
        this.evidence = evidence;
        bootstrapper = DkpBootstrap.using(account.clients);
        account.marks.add("external id that somebody set by hand", FOUND_ID);
    }

    /** Deploys, and returns the role. */
    Arn deploy() {
        evidence.see(account.clients, BootstrapClients.builder(), BootstrapSpec.defaults(), BootstrapSpec.builder());
        evidence.see(bootstrapper, account.aws.administrator(), account.aws);
        evidence.see(bootstrapper.template(BootstrapSpec.defaults()), bootstrapper.policy(BootstrapSpec.defaults()));
        DkpPlan plan = bootstrapper.plan();
        evidence.see(plan, plan.changes(), plan.kind());
        plan.close();
        evidence.fails(() -> bootstrapper.deploy(s -> s.timeout(Duration.ofSeconds(20))));
        DkpDeployment deployed = bootstrapper.deploy();
        evidence.see(deployed, deployed.outcome(), deployed.outputs(), bootstrapper.status());
        try (DkpSession session = deployed.openSession("by-name")) {
            evidence.see(session, session.issued());
        }
        return deployed.outputs().roleArn();
    }

    /** Looks at users and at what differs, then deletes all. */
    void rest() {
        UserAccess access = bootstrapper.access();
        AccessKeys alice = account.aws.createUser("alice");
        account.keys(alice);
        account.clients.iam().createAccessKey(r -> r.userName("alice"));
        evidence.see(AccessKeyRules.defaults(), PolicyHolder.group("team"));
        evidence.see(access, alice, access.attachPolicy(PolicyHolder.user("alice")));
        evidence.see(
                access.keyReport("alice"),
                access.keyReport("alice").text(),
                access.detachPolicy(PolicyHolder.user("alice")));
        evidence.fails(() -> access.attachPolicy(PolicyHolder.user("nobody")));
        drift();
        refused();
        DkpDeployment again = bootstrapper.deploy();
        evidence.see(again, bootstrapper.destroy());
        account.clients.iam().createRole(r -> r.roleName(ROLE).assumeRolePolicyDocument(trust()));
        evidence.fails(bootstrapper::adopt);
        evidence.fails(bootstrapper::deploy);
    }

    /** As somebody wrote it by hand. */
    private String trust() {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole",
                "Condition":{"StringEquals":{"sts:ExternalId":"%s"}}}]}""".formatted(account.aws.accountId(), FOUND_ID);
    }

    private void drift() {
        account.clients.iam().updateAssumeRolePolicy(r -> r.roleName(ROLE).policyDocument(trust()));
        DkpDrift drift = bootstrapper.drift();
        evidence.see(drift);
        drift.findings().forEach(evidence::see);
        evidence.see(bootstrapper.revertDrift());
    }

    /** Callers whom AWS does not let in, and AWS that does not answer. */
    private void refused() {
        AwsBasicCredentials unknown =
                AwsBasicCredentials.create(account.aws.administrator().accessKeyId(), "hush-wrong-secret-key");
        account.marks.add("wrong secret key", "hush-wrong-secret-key");
        evidence.fails(() -> DkpBootstrap.using(account.clients(StaticCredentialsProvider.create(unknown)))
                .deploy());
        evidence.fails(() -> DkpBootstrap.using(account.clients(StaticCredentialsProvider.create(account.user("weak"))))
                .deploy());
        evidence.fails(() -> bootstrapper.deploy(s -> s.roleName("a b")));
        evidence.fails(() -> bootstrapper.deploy(s -> s.roleName("other")));
        evidence.fails(() -> bootstrapper.deploy(s -> s.accountId("999999999999")));
        account.aws.inject(CallFault.reset().on("cloudformation:*").always());
        evidence.fails(bootstrapper::status);
        account.aws.clearFaults();
        account.clock.advance(Duration.ofMinutes(5));
    }
}
