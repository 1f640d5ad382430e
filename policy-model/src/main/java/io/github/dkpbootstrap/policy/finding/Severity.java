// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding;

/**
 * How much a finding matters, the heaviest first. The names are those of IAM Access Analyzer.
 *
 * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html">
 *     ValidatePolicyFinding</a>
 */
public enum Severity {
    /** A part of the policy does not work. */
    ERROR,
    /** The policy allows what AWS considers too much. */
    SECURITY_WARNING,
    /** The policy is not written as AWS advises, without being less secure for it. */
    WARNING,
    /** The policy could be written better, its access staying the same. */
    SUGGESTION;

    /** Returns whether this weighs as much as {@code other} or more. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
