// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.Optional;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;

/** IAM as it is for a while after a write: the attachments of a role are still told as they were before the first detachment. */
final class StaleAttachments implements ExecutionInterceptor {
    private int left;
    private boolean detached;
    private Optional<ListAttachedRolePoliciesResponse> before = Optional.empty();

    StaleAttachments(int staleReads) {
        this.left = staleReads;
    }

    boolean isUsedUp() {
        return left == 0;
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        SdkResponse response = context.response();
        detached |= response instanceof DetachRolePolicyResponse;
        if (!(response instanceof ListAttachedRolePoliciesResponse list)) {
            return response;
        }
        if (!detached) {
            before = Optional.of(list);
        } else if (left > 0) {
            left--;
            return list.toBuilder()
                    .attachedPolicies(before.orElseThrow().attachedPolicies())
                    .build();
        }
        return response;
    }
}
