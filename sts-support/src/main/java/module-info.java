// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** AWS credentials of a role: assumed, kept fresh, and handed to SDK clients and shells. */
module io.github.dkpbootstrap.sts {
    requires transitive io.github.dkpbootstrap.policy;
    requires transitive software.amazon.awssdk.auth;
    requires transitive software.amazon.awssdk.core;
    requires transitive software.amazon.awssdk.identity.spi;
    requires transitive software.amazon.awssdk.regions;
    requires transitive software.amazon.awssdk.services.sts;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.profiles;
    requires software.amazon.awssdk.utils;
    requires org.slf4j;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.github.dkpbootstrap.sts;
    exports io.github.dkpbootstrap.sts.file;
}
