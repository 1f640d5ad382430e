// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.analysis.Caller.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names by which an entry of {@code Principal} can mean a caller (rule 14). Every name is compared exactly. */
final class CallerNames {
    private static final Set<Kind> OF_AWS = Set.of(Kind.ROOT, Kind.USER, Kind.ROLE_SESSION, Kind.FEDERATED_USER);

    private final Caller caller;

    CallerNames(Caller caller) {
        this.caller = caller;
    }

    /** Returns how strongly the entry names the caller. */
    Grant named(PrincipalType type, String entry) {
        return switch (type) {
            case AWS -> namedByAws(entry);
            case SERVICE -> Grant.of(caller.kind() == Kind.SERVICE && entry.equals(caller.id()));
            case FEDERATED -> Grant.of(caller.kind() == Kind.FEDERATED && entry.equals(caller.id()));
            case CANONICAL_USER -> Grant.of(caller.kind() != Kind.ANONYMOUS && entry.equals(caller.id()));
        };
    }

    /** Returns each of the strengths by which the caller has a name: those that a NotPrincipal must all list. */
    List<Grant> strengths() {
        List<Grant> strengths = new ArrayList<>();
        if (caller.kind() != Kind.ROOT) {
            strengths.add(Grant.DIRECT);
        }
        if (caller.roleArn().isPresent()) {
            strengths.add(Grant.ROLE);
        }
        if (caller.account().isPresent()) {
            strengths.add(Grant.ACCOUNT);
        }
        return strengths;
    }

    private Grant namedByAws(String entry) {
        if (entry.equals("*")) {
            return Grant.DIRECT;
        }
        if (!OF_AWS.contains(caller.kind())) {
            return Grant.NONE;
        }
        if (isAccount(entry)) {
            return Grant.ACCOUNT;
        }
        if (entry.equals(caller.id())) {
            return Grant.DIRECT;
        }
        return caller.roleArn().equals(Optional.of(entry)) ? Grant.ROLE : Grant.NONE;
    }

    private boolean isAccount(String entry) {
        Optional<Arn> own = Arn.tryParse(caller.id());
        return own.isPresent()
                && (entry.equals(own.get().account()) || entry.equals(root(own.get())))
                && !own.get().account().isEmpty();
    }

    private static String root(Arn own) {
        return Arn.of(own.partition(), "iam", "", own.account(), "root").toString();
    }
}
