// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

/**
 * Where a stack is.
 *
 * @param account the account, 12 digits
 * @param partition the partition, such as {@code aws}
 */
public record AccountContext(String account, String partition) {
    String urlSuffix() {
        return partition.equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    }
}
