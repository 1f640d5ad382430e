// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.analysis.Caller;
import io.github.dkpbootstrap.policy.analysis.Caller.Kind;

/**
 * The caller of one request, as far as its account goes; its names are compared only where a
 * policy names principals. Not shared between threads.
 */
final class CallerView {
    private final Caller caller;
    private final Kind kind;
    private final ArnText id;
    private final boolean hasAccount;
    private String account = "";
    private String rootArn = "";

    CallerView(Caller caller) {
        this.caller = caller;
        kind = caller.kind();
        id = new ArnText(caller.id());
        hasAccount = isOfAws() && id.namesAccount();
    }

    Caller caller() {
        return caller;
    }

    Kind kind() {
        return kind;
    }

    ArnText id() {
        return id;
    }

    boolean hasAccount() {
        return hasAccount;
    }

    boolean hasOwnPolicies() {
        return hasAccount && kind != Kind.ROOT;
    }

    /** Returns whether entries for {@code AWS} can name the caller. */
    boolean isOfAws() {
        return switch (kind) {
            case ROOT, USER, ROLE_SESSION, FEDERATED_USER -> true;
            case SERVICE, FEDERATED, ANONYMOUS -> false;
        };
    }

    /** Returns the account; only if {@link #hasAccount()}. */
    String account() {
        if (account.isEmpty()) {
            account = id.account();
        }
        return account;
    }

    /** Returns the ARN of the account's root user; only if {@link #hasAccount()}. */
    String rootArn() {
        if (rootArn.isEmpty()) {
            rootArn = id.rootArn();
        }
        return rootArn;
    }

    /** Returns whether a name is that of the caller's account (rule 14b). */
    boolean namesAccount(String name) {
        return hasAccount && (name.equals(account()) || name.equals(rootArn()));
    }
}
