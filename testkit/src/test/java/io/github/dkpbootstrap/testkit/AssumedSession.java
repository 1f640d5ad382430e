// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Tag;

/** What tests of AssumeRole have in common. */
final class AssumedSession {
    private AssumedSession() {}

    static String role(Fixture fixture, String name, String trust) {
        return fixture.iam
                .createRole(r -> r.roleName(name).assumeRolePolicyDocument(trust))
                .role()
                .arn();
    }

    static AssumeRoleResponse assume(StsClient sts, String arn, Consumer<AssumeRoleRequest.Builder> more) {
        return sts.assumeRole(r -> r.roleArn(arn).roleSessionName("EXAMPLE").applyMutation(more));
    }

    static AwsCredentials credentials(StsClient sts, String arn, Consumer<AssumeRoleRequest.Builder> more) {
        return Fixture.session(assume(sts, arn, more).credentials());
    }

    static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    static void assertRefused(ThrowingCallable call, int status, String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsServiceException.class, e -> {
            assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.statusCode()).isEqualTo(status);
        });
    }
}
