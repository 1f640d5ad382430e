// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

/** Marks the secrets that AWS issues and the codes that are sent, and sees the names of the threads that call. */
final class IssuedSecrets implements ExecutionInterceptor {
    private final Marks marks;
    private final Evidence evidence;

    IssuedSecrets(Marks marks, Evidence evidence) {
        this.marks = marks;
        this.evidence = evidence;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        evidence.text("name of a thread", Thread.currentThread().getName());
        if (context.request() instanceof AssumeRoleRequest request && request.tokenCode() != null) {
            marks.add("code sent", request.tokenCode());
        }
    }

    @Override
    public void afterUnmarshalling(Context.AfterUnmarshalling context, ExecutionAttributes attributes) {
        SdkResponse response = context.response();
        if (response instanceof AssumeRoleResponse answer && answer.credentials() != null) {
            mark("AssumeRole", answer.credentials());
        } else if (response instanceof GetSessionTokenResponse answer) {
            mark("GetSessionToken", answer.credentials());
        } else if (response instanceof CreateAccessKeyResponse answer) {
            marks.add("secret key of a user", answer.accessKey().secretAccessKey());
        }
    }

    private void mark(String origin, Credentials credentials) {
        if (credentials.secretAccessKey() != null) {
            marks.add("secret key of " + origin, credentials.secretAccessKey());
        }
        if (credentials.sessionToken() != null) {
            marks.add("token of " + origin, credentials.sessionToken());
        }
    }
}
