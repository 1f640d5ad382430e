// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

/** A policy value cannot exist: a required part is missing, or two parts exclude each other. The message names both. */
public final class InvalidPolicyException extends PolicyException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code message} says which value is wrong and what would be right. */
    public InvalidPolicyException(String message) {
        super(message);
    }
}
