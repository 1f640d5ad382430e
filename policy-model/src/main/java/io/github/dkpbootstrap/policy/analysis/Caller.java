// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who makes a request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
@ValueStyle
@Value.Immutable
public interface Caller {
    /** The kinds of callers, as far as policies treat them differently. */
    enum Kind {
        /** The root user of an account. */
        ROOT,
        /** An IAM user. */
        USER,
        /** A session of an IAM role. */
        ROLE_SESSION,
        /** A session of a federated user (GetFederationToken). */
        FEDERATED_USER,
        /** An AWS service in its own name. */
        SERVICE,
        /** An identity of a web identity or SAML provider that has no AWS session yet. */
        FEDERATED,
        /** Nobody: an unsigned request. */
        ANONYMOUS
    }

    /** Returns the kind of caller. */
    @Value.Parameter
    Kind kind();

    /**
     * Returns the id: the ARN of the root user, user or session, the name of the service, the provider, or an empty text
     * for an anonymous caller.
     */
    @Value.Parameter
    String id();

    /** Returns the ARN of the role of a {@link Kind#ROLE_SESSION}. */
    @Value.Parameter
    Optional<String> roleArn();

    /** Returns the account of the caller; nothing for services, providers and anonymous callers. */
    default Optional<String> account() {
        return switch (kind()) {
            case ROOT, USER, ROLE_SESSION, FEDERATED_USER ->
                Arn.tryParse(id()).map(Arn::account).filter(account -> !account.isEmpty());
            case SERVICE, FEDERATED, ANONYMOUS -> Optional.empty();
        };
    }

    /** Returns the root user of {@code account} in the partition {@code aws}. */
    static Caller root(String account) {
        return ImmutableCaller.of(Kind.ROOT, "arn:aws:iam::" + account + ":root", Optional.empty());
    }

    /** Returns the IAM user with this ARN. */
    static Caller user(String userArn) {
        return ImmutableCaller.of(Kind.USER, userArn, Optional.empty());
    }

    /** Returns the session named {@code sessionName} of the role with this ARN. */
    static Caller roleSession(String roleArn, String sessionName) {
        Arn role = Arn.parse(roleArn);
        Arn session = Arn.of(
                role.partition(), "sts", "", role.account(), "assumed-role/" + role.resourceName() + "/" + sessionName);
        return ImmutableCaller.of(Kind.ROLE_SESSION, session.toString(), Optional.of(roleArn));
    }

    /** Returns the federated user session with this ARN ({@code arn:aws:sts::account:federated-user/name}). */
    static Caller federatedUser(String arn) {
        return ImmutableCaller.of(Kind.FEDERATED_USER, arn, Optional.empty());
    }

    /** Returns the service with this name, such as {@code ec2.amazonaws.com}. */
    static Caller service(String name) {
        return ImmutableCaller.of(Kind.SERVICE, name, Optional.empty());
    }

    /** Returns an identity of this provider: its ARN, or the name of a web identity provider. */
    static Caller federated(String provider) {
        return ImmutableCaller.of(Kind.FEDERATED, provider, Optional.empty());
    }

    /** Returns the caller of an unsigned request. */
    static Caller anonymous() {
        return ImmutableCaller.of(Kind.ANONYMOUS, "", Optional.empty());
    }
}
