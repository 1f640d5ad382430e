// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.examples;

import io.github.dkpbootstrap.AccessKeyReport;
import io.github.dkpbootstrap.AccessKeyRules;
import io.github.dkpbootstrap.DkpBootstrap;
import io.github.dkpbootstrap.DkpDeployment;
import io.github.dkpbootstrap.KeyAdvice;
import io.github.dkpbootstrap.PolicyAttachment;
import io.github.dkpbootstrap.PolicyHolder;
import io.github.dkpbootstrap.ec2.DkpInstances;
import io.github.dkpbootstrap.ec2.InstanceAttachment;
import io.github.dkpbootstrap.ec2.MetadataAccess;
import io.github.dkpbootstrap.ec2.OtherProfile;
import java.time.Duration;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;

/** The code that the guides to access keys and instance profiles quote; a test holds them together. */
final class AccessSnippets {
    private AccessSnippets() {}

    static void template() {
        DkpBootstrap.deploy(spec -> spec.addPolicyUsers("alice").addPolicyGroups("cluster-admins"));
    }

    static void live() {
        PolicyAttachment done = DkpBootstrap.access().attachPolicy(PolicyHolder.user("alice"));
        System.out.println(done.outcome()); // ATTACHED, ALREADY_ATTACHED or GIVEN_BY_GROUP, and then done.groups()

        DkpBootstrap.access().detachPolicy(PolicyHolder.user("alice"));
    }

    static void report() {
        AccessKeyReport report = DkpBootstrap.access().keyReport("alice");
        System.out.print(report.text());

        boolean pressing = report.advice().stream()
                .anyMatch(advice -> advice.severity().compareTo(KeyAdvice.Severity.MEDIUM) <= 0);
        System.exit(pressing ? 1 : 0);
    }

    static void rules() {
        AccessKeyRules rules = AccessKeyRules.builder()
                .maxAge(Duration.ofDays(30))
                .maxUnused(Duration.ofDays(14))
                .build();
        System.out.print(DkpBootstrap.access().keyReport("alice", rules).text());
    }

    static void run(Ec2Client ec2) {
        DkpDeployment dkp = DkpBootstrap.deploy();

        RunInstancesResponse started = DkpInstances.of(dkp)
                .run(
                        ec2,
                        RunInstancesRequest.builder()
                                .imageId("ami-0123456789abcdef0")
                                .instanceType("t3.xlarge")
                                .minCount(1)
                                .maxCount(1)
                                .metadataOptions(options -> options.httpPutResponseHopLimit(2)) // for containers
                                .build());
        System.out.println(started.instances().get(0).instanceId());
    }

    static void attach(Ec2Client ec2, String instanceId) {
        DkpInstances instances = DkpInstances.ofProfile("DKPBootstrapInstanceProfile");

        InstanceAttachment done = instances.attach(ec2, instanceId); // refuses to replace another profile
        if (done.metadataAccess() == MetadataAccess.IMDSV1_ALLOWED) {
            ec2.modifyInstanceMetadataOptions(r -> r.instanceId(instanceId).httpTokens("required"));
        }
    }

    static void replace(Ec2Client ec2, String instanceId) {
        DkpInstances instances =
                DkpInstances.ofProfile("DKPBootstrapInstanceProfile").within(Duration.ofMinutes(5));

        InstanceAttachment done = instances.attach(ec2, instanceId, OtherProfile.REPLACE);
        done.replaced().ifPresent(arn -> System.out.println("took the place of " + arn));
    }
}
