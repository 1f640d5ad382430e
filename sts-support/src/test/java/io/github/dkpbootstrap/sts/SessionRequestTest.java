// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

class SessionRequestTest {
    private static final String MFA = "arn:aws:iam::123456789012:mfa/alice";

    @Test
    void sendsEverySetting() {
        AssumeRoleRequest request = request(s -> s.sourceIdentity("alice")
                .tag("team", "blue")
                .transitiveTag("cost", "42")
                .mfa(MFA, () -> "123456")
                .policyArns(Arn.parse("arn:aws:iam::aws:policy/ReadOnlyAccess"))
                .sessionPolicy(PolicyDocument.builder()
                        .addStatement(
                                p -> p.effect(Effect.ALLOW).actions("ec2:*").resources("*"))
                        .build()));
        assertThat(request.sourceIdentity()).isEqualTo("alice");
        assertThat(request.tags())
                .extracting(Tag::key, Tag::value)
                .containsExactly(tuple("team", "blue"), tuple("cost", "42"));
        assertThat(request.transitiveTagKeys()).containsExactly("cost");
        assertThat(request.serialNumber()).isEqualTo(MFA);
        assertThat(request.tokenCode()).isEqualTo("123456");
        assertThat(request.policyArns())
                .extracting(PolicyDescriptorType::arn)
                .containsExactly("arn:aws:iam::aws:policy/ReadOnlyAccess");
        assertThat(PolicyDocument.parse(request.policy()).statements().values()).hasSize(1);
        assertThat(request.policy()).doesNotContain(" ");
    }

    @Test
    void sendsNothingThatIsNotSet() {
        AssumeRoleRequest request = request(s -> {});
        assertThat(request.hasTags()).isFalse();
        assertThat(request.hasTransitiveTagKeys()).isFalse();
        assertThat(request.hasPolicyArns()).isFalse();
        assertThat(request.policy()).isNull();
        assertThat(request.sourceIdentity()).isNull();
        assertThat(request.serialNumber()).isNull();
        assertThat(request.tokenCode()).isNull();
        assertThat(request.externalId()).isNull();
    }

    @Test
    void takesSettingsFromASpec() {
        SessionSpec spec = SessionSpec.builder()
                .roleArn(SessionBench.ROLE)
                .sessionName("from-spec")
                .sourceIdentity("bob")
                .build();
        assertThat(request(s -> s.spec(spec))).satisfies(request -> {
            assertThat(request.roleSessionName()).isEqualTo("from-spec");
            assertThat(request.sourceIdentity()).isEqualTo("bob");
        });
    }

    private static AssumeRoleRequest request(Consumer<DkpSession.Builder> settings) {
        try (SessionBench bench = new SessionBench(settings)) {
            bench.resolve();
            return bench.sts.requests.get(0);
        }
    }
}
