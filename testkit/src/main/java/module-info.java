// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** A local AWS (CloudFormation, IAM, STS) inside the JVM, for tests. */
module io.github.dkpbootstrap.testkit {
    requires transitive io.github.dkpbootstrap.policy;
    requires org.slf4j;
    requires org.yaml.snakeyaml;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;
    requires static org.junit.jupiter.api;

    exports io.github.dkpbootstrap.testkit;
    exports io.github.dkpbootstrap.testkit.junit;
}
