// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static io.github.dkpbootstrap.policy.Policies.policy;
import static io.github.dkpbootstrap.policy.Policies.vendorPolicy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainmentTest {
    private static final Map<String, String> STATEMENTS = Map.ofEntries(
            Map.entry("all", "'Effect': 'Allow', 'Action': '*', 'Resource': '*'"),
            Map.entry("s3", "'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'"),
            Map.entry("get", "'Effect': 'Allow', 'Action': 's3:Get*', 'Resource': '*'"),
            Map.entry("notPut", "'Effect': 'Allow', 'NotAction': 's3:Put*', 'Resource': '*'"),
            Map.entry("denyPut", "'Effect': 'Deny', 'Action': 's3:Put*', 'Resource': '*'"),
            Map.entry("bucket", "'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::a/*'"),
            Map.entry("inBucket", "'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::a/*/b?'"),
            Map.entry("notBucket", "'Effect': 'Allow', 'Action': 's3:*', 'NotResource': 'arn:aws:s3:::a/*'"),
            Map.entry("denyBucket", "'Effect': 'Deny', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::a/*'"),
            Map.entry("net8", condition("IpAddress", "aws:SourceIp", "10.0.0.0/8")),
            Map.entry("net9", condition("IpAddress", "aws:SourceIp", "10.0.0.0/9', '10.128.0.0/9")),
            Map.entry("net16", condition("IpAddress", "aws:SourceIp", "10.1.0.0/16")),
            Map.entry("notNet8", condition("NotIpAddress", "aws:SourceIp", "10.0.0.0/8")),
            Map.entry("v6", condition("IpAddress", "aws:SourceIp", "2001:db8::/32")),
            Map.entry("less5", condition("NumericLessThan", "s3:max-keys", "5")),
            Map.entry("less5equals", condition("NumericLessThanEquals", "s3:max-keys", "5")),
            Map.entry("from3", condition("NumericGreaterThanEquals", "s3:max-keys", "3")),
            Map.entry("under3", condition("NumericLessThan", "s3:max-keys", "3")),
            Map.entry("isNumber", condition("NumericNotEquals", "s3:max-keys", "x")),
            Map.entry("before2020", condition("DateLessThan", "aws:CurrentTime", "2020-01-01T00:00:00Z")),
            Map.entry("before2021", condition("DateLessThan", "aws:CurrentTime", "1609459200")),
            Map.entry("mfa", condition("Bool", "aws:MultiFactorAuthPresent", "true")),
            Map.entry("mfaIfExists", condition("BoolIfExists", "aws:MultiFactorAuthPresent", "true")),
            Map.entry("noMfaKey", condition("Null", "aws:MultiFactorAuthPresent", "true")),
            Map.entry("mfaKey", condition("Null", "aws:MultiFactorAuthPresent", "false")),
            Map.entry("nameA", condition("StringEquals", "aws:username", "a")),
            Map.entry("nameAlike", condition("StringLike", "aws:username", "a*")),
            Map.entry("nameAnyCase", condition("StringEqualsIgnoreCase", "aws:username", "A")),
            Map.entry("nameNotA", condition("StringNotEquals", "aws:username", "a")),
            Map.entry("anyTagA", condition("ForAnyValue:StringEquals", "aws:TagKeys", "a")),
            Map.entry("allTagsA", condition("ForAllValues:StringEquals", "aws:TagKeys", "a")),
            Map.entry("allTagsAb", condition("ForAllValues:StringLike", "aws:TagKeys", "a', 'b")),
            Map.entry("home", "'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::a/${aws:username}'"),
            Map.entry("dollar", "'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::a/${*}'"),
            Map.entry("short", "'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3'"),
            Map.entry("ref", "'Effect': 'Allow', 'Action': 's3:*', 'Resource': {'Ref': 'Bucket'}"));

    private static String condition(String operator, String key, String values) {
        return "'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Condition': {'%s': {'%s': ['%s']}}"
                .formatted(operator, key, values);
    }

    private static PolicyDocument of(String statements) {
        return policy("{'Version': '2012-10-17', 'Statement': [%s]}"
                .formatted(Arrays.stream(statements.split(" "))
                        .map(name -> "{" + STATEMENTS.getOrDefault(name, "no such statement: " + name) + "}")
                        .collect(Collectors.joining(","))));
    }

    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource(textBlock = """
            s3,             all,                PROVEN
            all,            s3,                 COUNTEREXAMPLE
            get,            s3,                 PROVEN
            get,            notPut,             PROVEN
            s3,             notPut,             COUNTEREXAMPLE
            s3 denyPut,     notPut,             PROVEN
            all denyPut,    notPut,             PROVEN
            notPut,         all denyPut,        PROVEN
            inBucket,       bucket,             PROVEN
            bucket,         inBucket,           COUNTEREXAMPLE
            s3,             bucket notBucket,   PROVEN
            s3 denyBucket,  notBucket,          PROVEN
            notBucket,      s3 denyBucket,      PROVEN
            net16,          net8,               PROVEN
            net8,           net9,               PROVEN
            net9,           net8,               PROVEN
            net8,           net16,              COUNTEREXAMPLE
            s3,             net8 notNet8,       COUNTEREXAMPLE
            v6,             notNet8,            PROVEN
            v6,             net8,               COUNTEREXAMPLE
            under3,         less5,              PROVEN
            less5equals,    less5,              COUNTEREXAMPLE
            less5,          under3 from3,       PROVEN
            s3,             under3 from3,       COUNTEREXAMPLE
            before2020,     before2021,         PROVEN
            before2021,     before2020,         COUNTEREXAMPLE
            mfa,            mfaIfExists,        PROVEN
            mfaIfExists,    mfa,                COUNTEREXAMPLE
            mfaIfExists,    mfa noMfaKey,       PROVEN
            s3,             mfaKey noMfaKey,    PROVEN
            nameA,          nameAlike,          PROVEN
            nameA,          nameAnyCase,        PROVEN
            nameAnyCase,    nameAlike,          COUNTEREXAMPLE
            nameA,          nameNotA,           COUNTEREXAMPLE
            allTagsA,       allTagsAb,          PROVEN
            allTagsA,       anyTagA,            COUNTEREXAMPLE
            anyTagA,        allTagsA,           COUNTEREXAMPLE
            home,           bucket,             PROVEN
            home,           home,               PROVEN
            home,           s3,                 PROVEN
            bucket,         home,               COUNTEREXAMPLE
            home,           inBucket,           COUNTEREXAMPLE
            dollar,         home,               COUNTEREXAMPLE
            dollar,         bucket,             PROVEN
            short,          s3,                 PROVEN
            bucket,         short,              UNKNOWN
            ref,            ref,                PROVEN
            ref,            s3,                 PROVEN
            ref,            bucket,             UNKNOWN
            s3,             ref,                UNKNOWN
            """)
    void decides(String narrow, String wide, String answer) {
        Containment containment =
                PolicyAnalysis.of(of(narrow), PolicyTarget.MANAGED_POLICY).isNoBroaderThan(of(wide));

        String name = containment.isProven()
                ? "PROVEN"
                : containment.counterexample().isPresent() ? "COUNTEREXAMPLE" : "UNKNOWN";
        assertThat(name).as(containment.toString()).isEqualTo(answer);
    }

    @Test
    void provesThatTheVendorsPolicyIsNoBroaderThanItself() {
        assertThat(PolicyAnalysis.of(vendorPolicy(), PolicyTarget.MANAGED_POLICY)
                        .isNoBroaderThan(vendorPolicy())
                        .isProven())
                .isTrue();
    }

    @Test
    void showsWhatOneActionMoreAllows() {
        PolicyDocument more = PolicyDocument.builder()
                .statements(vendorPolicy().statements())
                .addStatement(s -> s.effect(Effect.ALLOW).actions("ec2:*").resources("*"))
                .build();

        Containment.Counterexample counterexample = PolicyAnalysis.of(more, PolicyTarget.MANAGED_POLICY)
                .isNoBroaderThan(vendorPolicy())
                .counterexample()
                .orElseThrow();

        assertThat(counterexample.request().action()).startsWith("ec2:");
        assertThat(counterexample.allowed().allowed()).isTrue();
        assertThat(counterexample.denied().reason()).isEqualTo("No identity policy allows the request.");
    }

    @ParameterizedTest
    @CsvSource({"${*}, ?", "${?}, ?", "${$}, $", "${$}x, ?x"})
    void takesVariablesOfTheOldVersionAsText(String narrow, String wide) {
        String document = "{'Statement': {'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::%s'}}";

        assertThat(PolicyAnalysis.of(policy(document.formatted(narrow)), PolicyTarget.MANAGED_POLICY)
                        .isNoBroaderThan(policy(document.formatted(wide)))
                        .counterexample())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            {'Service': 'ec2.amazonaws.com'}
            {'Federated': 'f'}
            {'CanonicalUser': '79a59d'}
            {'AWS': 'arn:aws:iam:::role/x'}
            """)
    void showsCallersWithoutAnAccountThatAResourceControlPolicyStops(String principal) {
        PolicyDocument open = policy("{'Statement': {'Effect': 'Deny', 'Principal': '*', 'Action': 'none:None'}}");
        PolicyDocument closed =
                policy(("{'Statement': {'Effect': 'Deny', 'Principal': %s, 'Action': 's3:*'," + "'Resource': '*'}}")
                        .formatted(principal));

        assertThat(PolicyAnalysis.of(open, PolicyTarget.RESOURCE_CONTROL_POLICY)
                        .isNoBroaderThan(closed)
                        .counterexample())
                .isPresent();
    }

    @Test
    void keepsSecretsOutOfResources() {
        PolicyDocument narrow = policy("{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', 'Action': 's3:*',"
                + "'Resource': 'arn:aws:s3:::${sts:ExternalId}',"
                + "'Condition': {'StringEquals': {'sts:ExternalId': 'S3cr3t'}}}}");

        assertThat(PolicyAnalysis.of(narrow, PolicyTarget.MANAGED_POLICY)
                        .isNoBroaderThan(of("denyPut"))
                        .toString())
                .doesNotContain("request=S3cr3t")
                .doesNotContain(":::S3cr3t");
    }

    @Test
    void boundsWhatShortcutsCost() {
        String[] actions = new String[200];
        String[] resources = new String[201];
        PolicyDocument.Builder wide = PolicyDocument.builder();
        for (int i = 0; i < 200; i++) {
            actions[i] = "s3:A" + i;
            resources[i] = "arn:aws:s3:::w" + i + "/x";
            String bucket = "arn:aws:s3:::w" + i + "/*";
            wide.addStatement(s -> s.effect(Effect.ALLOW).actions("s3:*").resources(bucket));
        }
        resources[200] = "arn:aws:s3:::zz";
        PolicyDocument narrow = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).actions(actions).resources(resources))
                .build();
        long start = System.nanoTime();

        PolicyAnalysis.of(narrow, PolicyTarget.RESOURCE_POLICY).budget(1000).isNoBroaderThan(wide.build());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
}
