// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements in words that a person understands. */
class PermissionReportWordingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'StringLike': {'iam:AWSServiceName': 'spot.amazonaws.com'} | only if `iam:AWSServiceName` is `spot.amazonaws.com`
            'StringLike': {'a:K': ['x*', 'y']}           | only if `a:K` matches `x*` or `y`
            'StringNotLike': {'a:K': 'x?'}               | only if `a:K` does not match `x?` (or the request has no such key)
            'StringNotEquals': {'a:K': ['x', 'y']}       | only if `a:K` is none of `x` or `y` (or the request has no such key)
            'StringEqualsIgnoreCase': {'a:K': 'x'}       | only if `a:K` is `x` in upper or lower case
            'StringEqualsIfExists': {'a:K': 'x'}         | only if `a:K` is `x` (or the request has no such key)
            'ForAnyValue:StringNotEquals': {'a:K': 'x'}  | only if at least one value of `a:K` is not `x`
            'ForAllValues:StringEquals': {'a:K': 'x'}    | only if every value of `a:K` is `x` (or the request has no such key)
            'NumericLessThanEquals': {'a:K': 3600}       | only if `a:K` is at most `3600`
            'DateGreaterThan': {'aws:CurrentTime': '2026-01-01T00:00:00Z'} | only if `aws:CurrentTime` is after `2026-01-01T00:00:00Z`
            'Bool': {'aws:SecureTransport': true}        | only if `aws:SecureTransport` is `true`
            'BinaryEquals': {'a:K': 'QQ=='}              | only if `a:K` is `QQ==` (Base64)
            'IpAddress': {'aws:SourceIp': '192.0.2.0/24'} | only if `aws:SourceIp` is an address in `192.0.2.0/24`
            'NotIpAddress': {'aws:SourceIp': '192.0.2.0/24'} | only if `aws:SourceIp` is an address outside `192.0.2.0/24` (or the request has no such key)
            'ArnLike': {'aws:PrincipalArn': 'arn:aws:iam::*:role/a'} | only if `aws:PrincipalArn` matches `arn:aws:iam::*:role/a`
            'Null': {'a:K': true}                        | only if the request does not have `a:K`
            'Null': {'a:K': 'false'}                     | only if the request has `a:K`
            'Null': {'a:K': ['true', 'false']}           | only if it is one of `true` or `false` that the request lacks `a:K`
            'StringLike': {'STS:externalid': 's3cr3t*'}  | only if `STS:externalid` is `****` (1 secret value, not shown here)
            'StringEquals': {'a:K': {'Ref': 'Name'}}     | only if `a:K` is `{"Ref":"Name"}` (filled in by the template)
            """)
    void sayWhenAConditionHolds(String condition, String sentence) {
        assertThat(Reports.managed("'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': '*', 'Condition': {"
                                + condition + "}")
                        .toMarkdown())
                .contains("- **Conditions:** " + sentence + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            '*'                                       | everyone, anonymous callers included (`*`)
            {'AWS': '*'}                              | everyone, anonymous callers included (`*`)
            {'AWS': '123456789012'}                   | the account `123456789012` (all whom its own policies allow)
            {'AWS': 'arn:aws:iam::123456789012:root'} | the account `arn:aws:iam::123456789012:root` (all whom its own policies allow)
            {'AWS': 'arn:aws:iam::123456789012:role/a'} | the role `arn:aws:iam::123456789012:role/a`
            {'AWS': 'arn:aws:iam::123456789012:user/a'} | the user `arn:aws:iam::123456789012:user/a`
            {'AWS': 'arn:aws:sts::123456789012:assumed-role/a/b'} | the session `arn:aws:sts::123456789012:assumed-role/a/b`
            {'AWS': {'Ref': 'Role'}}                  | `{"Ref":"Role"}` (filled in by the template)
            {'Service': 'ec2.amazonaws.com'}          | the AWS service `ec2.amazonaws.com`
            {'Federated': 'accounts.google.com'}      | whom the identity provider `accounts.google.com` signs in
            {'CanonicalUser': 'abc'}                  | the account with the canonical user id `abc`
            """)
    void sayWhoIsMeant(String principal, String sentence) {
        String page = Reports.report(
                        Policies.statement("'Effect': 'Allow', 'Action': 's3:GetObject', 'Principal': " + principal),
                        PolicyTarget.RESOURCE_POLICY)
                .toMarkdown();

        assertThat(page)
                .contains("- **Who:** " + sentence + "\n")
                .contains("- To whom: " + sentence + ".\n")
                .contains("- **Resources:** the resource that the policy is attached to\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'Resource': '*'                 | every resource (`*`)
            'Resource': 'arn:aws:s3:::b/*'  | `arn:aws:s3:::b/*`
            'Resource': ['a', '*']          | ~\n  - every resource (`*`), by one of the entries:\n  - `a`\n  - `*`~
            'NotResource': 'arn:aws:s3:::b' | ~\n  - every resource except:\n  - `arn:aws:s3:::b`~
            'Sid': 'None'                   | none: the statement names no resource, and so matches nothing
            """)
    void sayWhichResourcesAreMeant(String resource, String sentence) {
        String page = Reports.managed("'Effect': 'Allow', 'Action': 's3:GetObject', " + resource)
                .toMarkdown();

        assertThat(page.replace("**Resources:** ", "**Resources:**"))
                .contains("- **Resources:**" + sentence.replace("\\n", "\n") + "\n");
    }

    @Test
    void nameTheVariables() {
        String statement =
                "'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::b/${aws:username}${*}'";

        assertThat(Reports.managed(statement).toMarkdown())
                .contains("- **Variables:** `aws:username`: filled in from each request\n");
        assertThat(Reports.report(Policies.policy("{'Statement': {" + statement + "}}"), PolicyTarget.MANAGED_POLICY)
                        .toMarkdown())
                .contains("- **Version:** none, which counts as 2008-10-17: `${…}` is plain text, not a variable\n")
                .contains("`aws:username`: looks like a variable, but is plain text in this version of the language");
    }

    @Test
    void saySizesThatAreTooLarge() {
        String sid = "'Sid': '" + "x".repeat(6_144) + "', ";

        assertThat(Reports.managed(sid + "'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': '*'")
                        .toMarkdown())
                .contains("of at most 6,144 characters (101 %) **105 characters too many**");
    }
}
