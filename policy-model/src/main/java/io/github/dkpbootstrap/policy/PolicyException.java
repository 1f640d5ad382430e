// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

/**
 * The base of every exception of this module. A document that cannot be read is a {@link PolicySyntaxException}; a value
 * that breaks a rule of the policy language is an {@link InvalidPolicyException}.
 */
public abstract sealed class PolicyException extends RuntimeException
        permits InvalidCatalogueException,
                InvalidPolicyException,
                PolicySyntaxException,
                PolicyTooLargeException,
                UnknownCheckException,
                UnresolvedIntrinsicException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with its message. */
    PolicyException(String message) {
        super(message);
    }
}
