// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

/**
 * The type of the values of a condition key; it decides which operators fit.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 */
public enum ConditionKeyType {
    /** Text, for the String operators. */
    STRING,
    /** An ARN, for the Arn operators. */
    ARN,
    /** {@code true} or {@code false}, for Bool. */
    BOOL,
    /** A number, for the Numeric operators. */
    NUMERIC,
    /** A time, for the Date operators. */
    DATE,
    /** An address or a range of addresses, for IpAddress and NotIpAddress. */
    IP_ADDRESS,
    /** Base64, for BinaryEquals. */
    BINARY
}
