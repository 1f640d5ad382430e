// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.util.Optional;

/**
 * The kinds of identities that a {@link Principal} names: the keys of its object.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public enum PrincipalType {
    /** Accounts, users, roles and sessions, by account id or ARN; {@code *} for everyone. */
    AWS("AWS"),
    /** AWS services, by names such as {@code ec2.amazonaws.com}. */
    SERVICE("Service"),
    /** Identity providers: web identity, OpenID Connect and SAML. */
    FEDERATED("Federated"),
    /** Accounts by their canonical user id, as S3 knows them. */
    CANONICAL_USER("CanonicalUser");

    private final String text;

    PrincipalType(String text) {
        this.text = text;
    }

    /** Returns the key that stands in a document, such as {@code AWS}. */
    public String text() {
        return text;
    }

    /** Returns the type that a document writes as {@code text}. */
    public static Optional<PrincipalType> fromText(String text) {
        for (PrincipalType type : values()) {
            if (type.text.equals(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
