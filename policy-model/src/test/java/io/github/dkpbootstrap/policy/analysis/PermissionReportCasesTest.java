// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.RandomDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents of every kind, and what a reviewer should see of them first. */
class PermissionReportCasesTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MANAGED_POLICY          | # Permissions of a managed policy          | of at most 6,144 characters
            INLINE_ROLE_POLICY      | # Permissions of an inline policy of a role | of at most 10,240 characters
            INLINE_GROUP_POLICY     | # Permissions of an inline policy of a group | of at most 5,120 characters
            INLINE_USER_POLICY      | # Permissions of an inline policy of a user | of at most 2,048 characters
            SESSION_POLICY          | # Permissions of a session policy          | It grants nothing
            TRUST_POLICY            | # Permissions of a trust policy of a role  | not what the role may do
            SERVICE_CONTROL_POLICY  | # Permissions of a service control policy  | It grants nothing
            RESOURCE_CONTROL_POLICY | # Permissions of a resource control policy | It grants nothing
            RESOURCE_POLICY         | # Permissions of a resource policy         | each service has its own limit
            """)
    void sayWhatTheyAreMeantToBe(PolicyTarget target, String title, String text) {
        assertThat(Reports.report(Policies.vendorPolicy(), target).toMarkdown())
                .startsWith(title + "\n")
                .contains(text);
    }

    @ParameterizedTest
    @EnumSource(PolicyTarget.class)
    void canBeAnythingThatTheGrammarAllows(PolicyTarget target) {
        System.out.println("PermissionReportCasesTest: -Dpolicy.seed=" + SEED);
        RandomDocuments documents = new RandomDocuments(SEED);
        for (int i = 0; i < 10; i++) {
            PermissionReport report = Reports.report(documents.next(), target);
            assertThat(Reports.parsed(report.toHtml())
                            .getElementsByTagName("h1")
                            .getLength())
                    .isEqualTo(1);
            assertThat(report.toMarkdown()).startsWith("# ").endsWith("\n");
        }
    }

    @Test
    void canAllowNothing() {
        PermissionReport report = Reports.managed("'Effect': 'Deny', 'Action': 's3:PutObject', 'Resource': '*'");

        assertThat(report.allowed()).isEmpty();
        assertThat(report.denied()).hasSize(1);
        assertThat(report.toMarkdown())
                .contains("- Allows nothing: no statement allows.\n")
                .contains("- Denies 1 action of 1 service, where the resources and conditions of its denies fit.\n")
                .contains("## Allowed, by service and access level\n\nNo statement names an action here.\n");
    }

    @Test
    void canDenyWhatTheyAllow() {
        assertThat(Reports.report(
                                Policies.policy("{'Version': '2012-10-17', 'Statement': ["
                                        + "{'Effect': 'Allow', 'Action': ['s3:PutObject', 's3:GetObject'], 'Resource': '*'},"
                                        + "{'Effect': 'Deny', 'NotAction': 's3:Get*', 'Resource': '*'}]}"),
                                PolicyTarget.MANAGED_POLICY)
                        .toMarkdown())
                .contains("[Statement 2](#statement-2) denies every action **except** those of 1 entry")
                .contains(
                        "1 of the allowed actions is denied everywhere and without conditions: at most 1 action is left.");
    }

    @Test
    void canNameNothingThatIsKnown() {
        PermissionReport report =
                Reports.managed("'Effect': 'Allow', 'Action': ['s3:Nonsense', 'S3:nonsense', 'word'], 'Resource': '*'");

        assertThat(report.allowed())
                .extracting(ServicePermissions::unknownEntries)
                .hasSize(2);
        assertThat(report.toMarkdown())
                .contains("- Allows nothing that is known.\n")
                .contains("2 entries match nothing that is known")
                .contains("| no service | 0 | 0 | 0 | 0 | 0 | 0 | 1 |\n| `s3` | 0 | 0 | 0 | 0 | 0 | 0 | 1 |\n");
    }

    @Test
    void areNotSpelledOutForNotAction() {
        PermissionReport report =
                Reports.managed("'Effect': 'Allow', 'NotAction': ['iam:*', 'sts:AssumeRole'], 'Resource': '*'");

        assertThat(report.allowed()).isEmpty();
        assertThat(report.statements().get(0).services())
                .extracting(ServicePermissions::service)
                .containsExactly("iam", "sts");
        assertThat(report.toMarkdown())
                .contains(
                        "- **Everything:** [statement 1](#statement-1) allows every action except those that it names")
                .contains("- Allows no action by its name.\n")
                .doesNotContain("hands the permissions of a role");
    }

    @Test
    void areAlarmingForEveryoneAndForPassRoleByNotAction() {
        assertThat(Reports.report(
                                Policies.statement("'Effect': 'Allow', 'Principal': {'AWS': '*'}, 'NotAction': 's3:*'"),
                                PolicyTarget.RESOURCE_POLICY)
                        .toMarkdown())
                .contains("**Everyone:** [statement 1](#statement-1) allows to everyone, anonymous callers included, "
                        + "without conditions.")
                .contains("`iam:PassRole` **hands the permissions of a role to a service:**");
    }

    @Test
    void sayWhichConditionsDoNotProtectIfTheirKeyIsAbsent() {
        assertThat(Reports.report(
                                Policies.policy("{'Version': '2012-10-17', 'Statement': ["
                                        + "{'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': '*', 'Condition': {"
                                        + "'StringNotEquals': {'aws:PrincipalOrgID': 'o-1', 'aws:PrincipalArn': 'a'},"
                                        + "'StringEquals': {'aws:SourceVpc': 'v'}, 'Null': {'aws:SourceVpce': true}}},"
                                        + "{'Effect': 'Deny', 'Action': 's3:GetObject', 'Resource': '*', 'Condition': {"
                                        + "'Bool': {'aws:MultiFactorAuthPresent': false},"
                                        + "'StringNotEquals': {'aws:SourceVpc': 'v'}}}]}"),
                                PolicyTarget.MANAGED_POLICY)
                        .toMarkdown())
                .contains(
                        "**Absent keys:** these conditions do not protect if the request lacks their key:\n",
                        "  - `StringNotEquals aws:PrincipalOrgID` in [statement 1](#statement-1): allowed without the key\n",
                        "  - `Bool aws:MultiFactorAuthPresent` in [statement 2](#statement-2): not denied without the key\n")
                .doesNotContain("`StringNotEquals aws:PrincipalArn`", "`StringNotEquals aws:SourceVpc`", "`Null ");
    }

    @Test
    void sayWhoIsLeftOut() {
        assertThat(Reports.report(
                                Policies.statement("'Effect': 'Allow', 'Action': 's3:GetObject', 'NotPrincipal': "
                                        + "{'AWS': ['123456789012', 'arn:aws:iam::123456789012:role/a']}"),
                                PolicyTarget.RESOURCE_POLICY)
                        .toMarkdown())
                .contains("- To whom: everyone except the account `123456789012` and "
                        + "the role `arn:aws:iam::123456789012:role/a`.")
                .contains("**Everyone:** [statement 1](#statement-1) allows to all but some");
    }

    @Test
    void sayWhatATemplateStillFillsIn() {
        assertThat(Reports.managed("'Effect': 'Allow', 'Action': [{'Ref': 'A'}, 's3:GetObject'], 'Resource': '*'")
                        .toMarkdown())
                .contains("**Template:** what [statement 1](#statement-1) will say is known only once")
                .contains("not counted, as unknown until then: `{\"Ref\":\"A\"}` (filled in by the template)");
    }

    @Test
    void haveNothingToLookAtFirst() {
        assertThat(Reports.managed("'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::b/k'")
                        .toMarkdown())
                .contains("## What deserves attention first\n\nNothing of what this report looks for.\n")
                .contains("None of the checks of this library found anything.");
    }
}
