// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * One of the last operations on a stack, by which its events can be asked for. Immutable and thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_OperationEntry.html">
 *     OperationEntry</a>
 */
@ValueStyle
@Value.Immutable
public interface OperationId {
    /** Returns the type, such as {@code CREATE_STACK} or {@code ROLLBACK}; new ones may appear. */
    @Value.Parameter
    String type();

    /** Returns CloudFormation's id of the operation. */
    @Value.Parameter
    String id();

    /** Returns whether the operation undoes another. */
    default boolean isRollback() {
        return type().contains("ROLLBACK");
    }

    /** Returns an operation id. */
    static OperationId of(String type, String id) {
        return ImmutableOperationId.of(type, id);
    }
}
