// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceDriftsRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;

/** Asks for lists one item at a time. */
final class SmallPages implements ExecutionInterceptor {
    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        if (request instanceof ListEntitiesForPolicyRequest list) {
            return list.toBuilder().maxItems(1).build();
        }
        if (request instanceof ListAttachedRolePoliciesRequest list) {
            return list.toBuilder().maxItems(1).build();
        }
        if (request instanceof ListRolePoliciesRequest list) {
            return list.toBuilder().maxItems(1).build();
        }
        if (request instanceof ListInstanceProfilesForRoleRequest list) {
            return list.toBuilder().maxItems(1).build();
        }
        return request instanceof DescribeStackResourceDriftsRequest list
                ? list.toBuilder().maxResults(1).build()
                : request;
    }
}
