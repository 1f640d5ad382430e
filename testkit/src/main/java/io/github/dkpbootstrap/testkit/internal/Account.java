// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal;

/** The account that the local AWS plays: its twelve digits and its partition. */
public record Account(String id, String partition) {
    /** Returns the ARN of a resource of a global service, such as {@code iam}. */
    public String arn(String service, String resource) {
        return arn(service, "", resource);
    }

    /** Returns the ARN of a resource of a regional service. */
    public String arn(String service, String region, String resource) {
        return String.join(":", "arn", partition, service, region, id, resource);
    }

    /** Returns the domain that the partition's services are in. */
    public String urlSuffix() {
        return partition.equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    }
}
