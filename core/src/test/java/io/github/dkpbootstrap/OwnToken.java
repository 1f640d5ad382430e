// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.UUID;

/** Client tokens that a deployment takes for its own, learnt from what it sends. */
final class OwnToken {
    private static final int UUID_LENGTH = 36;

    private OwnToken() {}

    /** Returns a token that was never used, as of a deployment of {@code spec}. Leaves no stack and no call behind. */
    static String of(InProcessAccount account, BootstrapSpec spec) {
        Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);
        bootstrapper.plan(spec).close();
        String used = account.aws.calls().stream()
                .filter(call -> call.action().equals("cloudformation:CreateChangeSet"))
                .map(call -> call.parameters().get("ChangeSetName"))
                .findFirst()
                .orElseThrow();
        account.aws.forgetCalls();
        return used.substring(0, used.length() - UUID_LENGTH) + UUID.randomUUID();
    }
}
