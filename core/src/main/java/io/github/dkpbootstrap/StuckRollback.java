// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/** What a deployment does about a stack in {@code UPDATE_ROLLBACK_FAILED} once continuing the rollback has failed too. */
public enum StuckRollback {
    /** It is explained and left as it is. */
    KEEP,
    /**
     * The rollback is continued without the resources that fail. CloudFormation then takes them to be as they were before
     * the update, which they may not be: the update that follows brings them to the template.
     */
    SKIP_FAILED_RESOURCES
}
