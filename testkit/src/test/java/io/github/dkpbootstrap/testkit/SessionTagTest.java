// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static io.github.dkpbootstrap.testkit.AssumedSession.assertRefused;
import static io.github.dkpbootstrap.testkit.AssumedSession.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.PackedPolicyTooLargeException;
import software.amazon.awssdk.services.sts.model.Tag;

class SessionTagTest {
    private static final String ANY = "{\"Null\":{\"aws:PrincipalArn\":\"false\"}}";
    private static final String TAGGED = Trust.account("[\"sts:AssumeRole\",\"sts:TagSession\"]", ANY);
    private static final String BLUE_ONLY = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListRoles","Resource":"*",
             "Condition":{"StringEquals":{"aws:PrincipalTag/Team":"blue"}}},
             {"Effect":"Allow","Action":"sts:*","Resource":"*"}]}""";

    private final Fixture fixture = new Fixture();
    private final String role = AssumedSession.role(fixture, "tagged", TAGGED);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void needsTagSessionInTheTrustPolicy() {
        String untagged = AssumedSession.role(fixture, "untagged", Trust.ACCOUNT);
        assertRefused(
                () -> AssumedSession.assume(fixture.sts, untagged, r -> r.tags(tag("Team", "blue"))),
                403,
                "AccessDenied",
                "User: arn:aws:iam::123456789012:user/administrator is not authorized to perform: sts:TagSession on "
                        + "resource: " + untagged);
        AssumedSession.assume(fixture.sts, untagged, r -> {});
    }

    @Test
    void letsTrustPoliciesSeeWhichTagsAreAskedFor() {
        String picky = AssumedSession.role(
                fixture,
                "picky",
                Trust.account(
                        "[\"sts:AssumeRole\",\"sts:TagSession\"]",
                        "{\"StringEquals\":{\"aws:RequestTag/Team\":\"blue\"},"
                                + "\"ForAllValues:StringEquals\":{\"aws:TagKeys\":[\"Team\"],"
                                + "\"sts:TransitiveTagKeys\":[\"Team\"]}}"));
        AssumedSession.assume(
                fixture.sts, picky, r -> r.tags(tag("Team", "blue")).transitiveTagKeys("Team"));
        assertThatThrownBy(() -> AssumedSession.assume(fixture.sts, picky, r -> r.tags(tag("Team", "red"))))
                .hasMessageContaining("sts:AssumeRole");
        assertThatThrownBy(() ->
                        AssumedSession.assume(fixture.sts, picky, r -> r.tags(tag("Team", "blue"), tag("Other", "x"))))
                .hasMessageContaining("sts:AssumeRole");
    }

    @Test
    void isTaggedInItsOwnCalls() {
        fixture.iam.putRolePolicy(r -> r.roleName("tagged").policyName("blue").policyDocument(BLUE_ONLY));
        fixture.iam.tagRole(r -> r.roleName("tagged")
                .tags(software.amazon.awssdk.services.iam.model.Tag.builder()
                        .key("team")
                        .value("red")
                        .build()));

        assertThatThrownBy(iam(credentials(fixture.sts))::listRoles).isInstanceOf(IamException.class);
        iam(credentials(fixture.sts, tag("TEAM", "blue"))).listRoles();
        fixture.iam.tagRole(r -> r.roleName("tagged")
                .tags(software.amazon.awssdk.services.iam.model.Tag.builder()
                        .key("team")
                        .value("blue")
                        .build()));
        iam(credentials(fixture.sts)).listRoles();
    }

    @Test
    void handsTransitiveTagsDownTheChainAndTheOthersNot() {
        fixture.iam.putRolePolicy(r -> r.roleName("tagged").policyName("blue").policyDocument(BLUE_ONLY));
        StsClient first = fixture.sts(AssumedSession.credentials(
                fixture.sts,
                role,
                r -> r.tags(tag("Team", "blue"), tag("Shift", "late")).transitiveTagKeys("Team")));

        StsClient second = fixture.sts(credentials(first));
        iam(credentials(second)).listRoles();
        String late = AssumedSession.role(
                fixture,
                "late",
                Trust.account(
                        "[\"sts:AssumeRole\",\"sts:TagSession\"]",
                        "{\"StringEquals\":{\"aws:PrincipalTag/Shift\":\"late\"}}"));
        AssumedSession.assume(first, late, r -> {});
        assertThatThrownBy(() -> AssumedSession.assume(second, late, r -> {})).hasMessageContaining("sts:AssumeRole");
        assertRefused(
                () -> AssumedSession.assume(second, role, r -> r.tags(tag("team", "red"))),
                400,
                "InvalidParameterValue",
                "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key "
                        + "from the calling session.");
        String untagged = AssumedSession.role(fixture, "untagged", Trust.ACCOUNT);
        assertThatThrownBy(() -> AssumedSession.assume(second, untagged, r -> {}))
                .hasMessageContaining("is not authorized to perform: sts:TagSession on resource: " + untagged);
    }

    @Test
    void refusesTagsThatAreNone() {
        assertRefused(
                () -> AssumedSession.assume(fixture.sts, role, r -> r.tags(tag("a", "1"), tag("A", "2"))),
                400,
                "InvalidParameterValue",
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        assertRefused(
                () -> AssumedSession.assume(
                        fixture.sts, role, r -> r.tags(tag("a", "1")).transitiveTagKeys("b")),
                400,
                "InvalidParameterValue",
                "The specified transitive tag key must be included in the requested tags.");
        assertThatThrownBy(() -> AssumedSession.assume(fixture.sts, role, r -> r.tags(tag("a!", "1"))))
                .hasMessageContaining("Value 'a!' at 'tags.member.key' failed to satisfy constraint");
        assertThatThrownBy(() -> AssumedSession.assume(fixture.sts, role, r -> r.tags(tags(51, "v"))))
                .hasMessageContaining("at 'tags' failed to satisfy constraint: Member must have length less than or "
                        + "equal to 50");
    }

    @Test
    void tellsHowFullThePackedFormIs() {
        AssumeRoleResponse half = AssumedSession.assume(fixture.sts, role, r -> r.tags(tags(10, "v".repeat(20))));
        assertThat(half.packedPolicySize()).isBetween(30, 70);
        assertThat(AssumedSession.assume(fixture.sts, role, r -> {}).packedPolicySize())
                .isNull();
        assertThatThrownBy(() -> AssumedSession.assume(fixture.sts, role, r -> r.tags(tags(50, "v".repeat(20)))))
                .isInstanceOf(PackedPolicyTooLargeException.class)
                .hasMessageMatching("(?s)Packed size of session tags consumes [0-9]{3}% of allotted space.*");
    }

    private static List<Tag> tags(int count, String value) {
        return IntStream.range(0, count).mapToObj(i -> tag("key" + i, value)).toList();
    }

    private AwsCredentials credentials(StsClient sts, Tag... tags) {
        return AssumedSession.credentials(sts, role, r -> r.tags(tags));
    }

    private IamClient iam(AwsCredentials credentials) {
        return fixture.iam(credentials);
    }
}
