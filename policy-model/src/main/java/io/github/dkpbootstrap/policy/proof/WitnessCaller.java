// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Arn;
import java.util.Optional;

/**
 * The caller of a counterexample.
 *
 * @param kind what the caller is
 * @param id the ARN, name of a service or provider; empty for an anonymous caller
 * @param roleArn the role of a session
 */
public record WitnessCaller(Kind kind, String id, Optional<String> roleArn) {
    /** The kinds of callers that statements tell apart. */
    public enum Kind {
        /** The root user of an account. */
        ROOT,
        /** An IAM user. */
        USER,
        /** A session of a role. */
        ROLE_SESSION,
        /** An AWS service. */
        SERVICE,
        /** An identity of a provider. */
        FEDERATED,
        /** Nobody. */
        ANONYMOUS
    }

    static WitnessCaller of(Kind kind, String id) {
        return new WitnessCaller(kind, id, Optional.empty());
    }

    static WitnessCaller session(String roleArn, String sessionName) {
        Arn role = Arn.parse(roleArn);
        String id = "arn:%s:sts::%s:assumed-role/%s/%s"
                .formatted(role.partition(), role.account(), role.resourceName(), sessionName);
        return new WitnessCaller(Kind.ROLE_SESSION, id, Optional.of(roleArn));
    }

    /** Returns the name of a session. */
    public String sessionName() {
        String role = Arn.parse(roleArn.orElseThrow()).resourceName();
        return id.substring(id.indexOf("assumed-role/") + "assumed-role/".length() + role.length() + 1);
    }

    boolean isOfAws() {
        return kind == Kind.ROOT || kind == Kind.USER || kind == Kind.ROLE_SESSION;
    }

    /** Returns the ARN of a caller that has an account. */
    public Optional<Arn> arn() {
        return isOfAws() ? Arn.tryParse(id).filter(arn -> !arn.account().isEmpty()) : Optional.empty();
    }
}
