// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** IAM policies as values: build, read, write, size and evaluate them. No AWS SDK, no network, no clock. */
@SuppressWarnings("module") // the modules that it is opened to are built after it
module io.github.dkpbootstrap.policy {
    requires com.fasterxml.jackson.core;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.github.dkpbootstrap.policy;
    exports io.github.dkpbootstrap.policy.analysis;
    exports io.github.dkpbootstrap.policy.catalogue;
    exports io.github.dkpbootstrap.policy.engine;
    exports io.github.dkpbootstrap.policy.finding;
    exports io.github.dkpbootstrap.policy.internal to
            io.github.dkpbootstrap.sts,
            io.github.dkpbootstrap.core,
            io.github.dkpbootstrap.testkit;
}
