// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** A statement, and the actions that its entries stand for. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface StatementPermissions {
    /** Returns the place of the statement in the document; the first is 1, as on the page. */
    @Value.Parameter
    int number();

    /** Returns the statement: effect, principals, resources and conditions. */
    @Value.Parameter
    Statement statement();

    /**
     * Returns the actions of its entries, by service. Where the statement has {@code NotAction} these are the actions that
     * it leaves out: it is for all others.
     */
    @Value.Parameter
    List<ServicePermissions> services();
}
