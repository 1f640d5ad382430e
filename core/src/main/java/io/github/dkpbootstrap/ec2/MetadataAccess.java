// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

/**
 * How an instance gives out the credentials of its profile.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html">The Instance
 *     Metadata Service</a>
 */
public enum MetadataAccess {
    /** To requests with a session token alone (IMDSv2). */
    IMDSV2_ONLY,
    /** To plain requests too (IMDSv1), which a web application can be tricked into. */
    IMDSV1_ALLOWED,
    /** Not at all: the metadata service is switched off, and the profile of no use. */
    DISABLED,
    /** That could not be read: it needs {@code ec2:DescribeInstances}. */
    UNKNOWN
}
