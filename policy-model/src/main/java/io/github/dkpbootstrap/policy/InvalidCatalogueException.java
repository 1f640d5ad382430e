// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

/** Data is no catalogue of actions: it is cut off, of another format, or contradicts itself. The message says where. */
public final class InvalidCatalogueException extends PolicyException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code message} says where and what is wrong. */
    public InvalidCatalogueException(String message) {
        super(message);
    }
}
