// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.AwsCalls;
import io.github.dkpbootstrap.drift.AccountContext;
import io.github.dkpbootstrap.policy.Arn;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The account and partition of the credentials in use. */
record CallerAccount(String account, String partition) {
    /** Asks STS, which needs no permission for it, and compares with what the spec names. */
    static CallerAccount of(BootstrapClients clients, BootstrapSpec spec) {
        GetCallerIdentityResponse identity = AwsCalls.about(spec.stackName(), clients.sleeper())
                .call(() -> whole(clients.sts().getCallerIdentity()));
        CallerAccount caller =
                new CallerAccount(identity.account(), Arn.parse(identity.arn()).partition());
        spec.accountId().ifPresent(account -> same("accountId", account, caller.account()));
        if (spec.accountId().isPresent() || spec.partition().isPresent()) {
            same("partition", spec.partition().orElse("aws"), caller.partition());
        }
        return caller;
    }

    private static GetCallerIdentityResponse whole(GetCallerIdentityResponse identity) {
        if (identity.account() == null || identity.arn() == null) {
            throw AwsCalls.lacking("the caller's account or ARN");
        }
        return identity;
    }

    private static void same(String field, String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new WrongAccountException(field, expected, actual);
        }
    }

    AccountContext context() {
        return new AccountContext(account, partition);
    }

    Arn iam(String resource) {
        return Arn.of(partition, "iam", "", account, resource);
    }
}
