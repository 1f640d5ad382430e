// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/** What one attempt to get credentials came to, where STS was asked. */
sealed interface Attempt {
    /** Credentials. */
    record Granted(Lease lease) implements Attempt {}

    /** None, and why. */
    record Refused(AssumeRoleFailure failure) implements Attempt {}
}
