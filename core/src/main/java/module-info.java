// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** Prepares an AWS account for DKP clusters: the policy, the template and the deployer of its stack. */
module io.github.dkpbootstrap.core {
    requires transitive io.github.dkpbootstrap.policy;
    requires transitive io.github.dkpbootstrap.sts;
    requires transitive software.amazon.awssdk.services.cloudformation;
    requires transitive software.amazon.awssdk.services.iam;
    requires transitive software.amazon.awssdk.services.sts;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.regions;
    requires org.slf4j;
    requires org.yaml.snakeyaml;
    requires static software.amazon.awssdk.services.ec2;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.github.dkpbootstrap;
    exports io.github.dkpbootstrap.deploy;
    exports io.github.dkpbootstrap.ec2;
    exports io.github.dkpbootstrap.template;
}
