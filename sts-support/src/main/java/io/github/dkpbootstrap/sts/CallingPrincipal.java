// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.analysis.Caller;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who called, as policies see it.
 *
 * @param arn the ARN by which AWS names the caller: of a user, or of a session
 * @param policyHolder the ARN of what has the caller's policies: the user, or the role behind the session
 */
record CallingPrincipal(Arn arn, Arn policyHolder, Caller caller) {
    private static final int MOST_NAMES = 5;

    /**
     * Returns the caller with this ARN. That of a session leaves out the path of its role, which is taken from the trust
     * policy where that names the role.
     */
    static CallingPrincipal of(Arn arn, PolicyDocument trust) {
        if (!AwsCaller.isSessionOfARole(arn)) {
            Caller caller =
                    arn.service().equals("sts") ? Caller.federatedUser(arn.toString()) : Caller.user(arn.toString());
            return new CallingPrincipal(arn, arn, caller);
        }
        String[] parts = arn.resource().split("/", 3);
        Arn plain = Arn.of(arn.partition(), "iam", "", arn.account(), "role/" + parts[1]);
        Arn role =
                named(trust).filter(other -> sameRole(plain, other)).findFirst().orElse(plain);
        return new CallingPrincipal(arn, role, Caller.roleSession(role.toString(), parts.length > 2 ? parts[2] : ""));
    }

    boolean session() {
        return !arn.equals(policyHolder);
    }

    private static boolean sameRole(Arn plain, Arn other) {
        return other.resource().startsWith("role/")
                && other.account().equals(plain.account())
                && other.partition().equals(plain.partition())
                && other.resourceName().equals(plain.resourceName());
    }

    /** Returns the first of the AWS identities that a trust policy names. */
    static List<String> namedIn(PolicyDocument trust) {
        return texts(trust).distinct().limit(MOST_NAMES).toList();
    }

    private static Stream<Arn> named(PolicyDocument trust) {
        return texts(trust).map(Arn::tryParse).flatMap(Optional::stream);
    }

    private static Stream<String> texts(PolicyDocument trust) {
        return trust.statements().stream()
                .flatMap(statement -> principals(statement))
                .flatMap(principal -> principal instanceof Principal.Identities identities
                        ? identities.types().stream()
                        : Stream.empty())
                .filter(ofType -> ofType.type() == PrincipalType.AWS)
                .flatMap(ofType -> ofType.ids().stream())
                .map(PolicyString::text)
                .flatMap(Optional::stream);
    }

    private static Stream<Principal> principals(Statement statement) {
        return Stream.of(statement.principal(), statement.notPrincipal()).flatMap(Optional::stream);
    }
}
