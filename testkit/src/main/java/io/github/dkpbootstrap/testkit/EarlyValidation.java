// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

/**
 * Whether the CloudFormation of a {@link LocalAws} looks at a template before it touches a resource. What it finds fails
 * the operation, and only DescribeEvents tells what it was.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/validate-stack-deployments.html">Validate
 *     stack deployments</a>
 */
public enum EarlyValidation {
    /** Names that are taken and malformed properties fail an operation at once, as in AWS since 2026. */
    ON,
    /**
     * They fail as events of the resource when its turn comes, as in AWS before, and as in AWS still in Regions without
     * early validation and for calls that set {@code DisableValidation}. The default.
     */
    OFF
}
