// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimiserTest {
    private static final String LONG = "arn:aws:s3:::a-bucket-with-quite-a-long-name-that-takes-many-characters/";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            brackets         | {E, 'Action': ['s3:A'], 'Resource': ['*']} | {E, 'Action': 's3:A', 'Resource': '*'}
            doubles          | {E, 'Action': ['s3:A', 's3:B', 's3:A'], 'Resource': '*'} | {E, 'Action': ['s3:A', 's3:B'], 'Resource': '*'}
            case             | {E, 'Action': ['s3:A', 's3:a'], 'Resource': '*'} | {E, 'Action': 's3:A', 'Resource': '*'}
            covered action   | {E, 'Action': ['s3:GetA', 's3:Get*', 's3:Put'], 'Resource': '*'} | {E, 'Action': ['s3:Get*', 's3:Put'], 'Resource': '*'}
            covered not      | {E, 'NotAction': ['s3:GetA', 's3:Get*'], 'Resource': '*'} | {E, 'NotAction': 's3:Get*', 'Resource': '*'}
            covered resource | {E, 'Action': '*', 'Resource': ['arn:aws:s3:::a/*', 'arn:aws:s3:::*']} | {E, 'Action': '*', 'Resource': 'arn:aws:s3:::*'}
            same twice       | [{E, 'Action': 's3:A', 'Resource': '*'}, {E, 'Resource': '*', 'Action': ['S3:a']}] | {E, 'Action': 's3:A', 'Resource': '*'}
            covered          | [{E, 'Action': 's3:A', 'Resource': 'arn:aws:s3:::a'}, {E, 'Action': 's3:*', 'Resource': '*'}] | {E, 'Action': 's3:*', 'Resource': '*'}
            covered in part  | [{E, 'Action': ['s3:A', 'ec2:B'], 'Resource': 'arn:aws:s3:::a'}, {E, 'Action': 's3:*', 'Resource': '*'}] | [{E, 'Action': 'ec2:B', 'Resource': 'arn:aws:s3:::a'}, {E, 'Action': 's3:*', 'Resource': '*'}]
            covered by wider condition | [{E, 'Action': 's3:A', 'Resource': '*', 'Condition': {'Null': {'a': 'true'}}}, {E, 'Action': 's3:A', 'Resource': '*'}] | {E, 'Action': 's3:A', 'Resource': '*'}
            covered together | [{E, 'Action': ['s3:A', 's3:Put'], 'Resource': ['arn:aws:s3:::a', 'arn:aws:s3:::b']}, {E, 'Action': ['s3:A', 'ec2:*', 's3:P*'], 'Resource': ['arn:aws:s3:::a', 'arn:aws:s3:::c']}, {E, 'Action': ['s3:A', 's3:P*', 'iam:*'], 'Resource': ['arn:aws:s3:::b', 'arn:aws:s3:::d']}] | [{E, 'Action': ['s3:A', 'ec2:*', 's3:P*'], 'Resource': ['arn:aws:s3:::a', 'arn:aws:s3:::c']}, {E, 'Action': ['s3:A', 's3:P*', 'iam:*'], 'Resource': ['arn:aws:s3:::b', 'arn:aws:s3:::d']}]
            actions          | [{E, 'Action': 's3:A', 'Resource': '*'}, {E, 'Action': 's3:B', 'Resource': '*'}] | {E, 'Action': ['s3:A', 's3:B'], 'Resource': '*'}
            resources        | [{E, 'Action': ['s3:A', 's3:B'], 'Resource': 'arn:aws:s3:::a'}, {E, 'Action': ['s3:B', 's3:a'], 'Resource': 'arn:aws:s3:::b'}] | {E, 'Action': ['s3:A', 's3:B'], 'Resource': ['arn:aws:s3:::a', 'arn:aws:s3:::b']}
            denials          | [{D, 'Action': 's3:A', 'Resource': '*'}, {D, 'Action': 's3:B', 'Resource': '*'}] | {D, 'Action': ['s3:A', 's3:B'], 'Resource': '*'}
            with a condition | [{E, 'Action': 's3:A', 'Resource': '*', 'Condition': {'Bool': {'a': true}}}, {E, 'Action': 's3:B', 'Resource': '*', 'Condition': {'Bool': {'A': 'true'}}}] | {E, 'Action': ['s3:A', 's3:B'], 'Resource': '*', 'Condition': {'Bool': {'a': true}}}
            values           | [{E, 'Action': 's3:A', 'Resource': '*', 'Condition': {'StringLike': {'a': 'x'}}}, {E, 'Action': 's3:A', 'Resource': '*', 'Condition': {'StringLike': {'a': 'y'}}}] | {E, 'Action': 's3:A', 'Resource': '*', 'Condition': {'StringLike': {'a': ['x', 'y']}}}
            """)
    void makesSmaller(String what, String statements, String smaller) {
        assertThat(minimised(document(statements)).toJson(JsonLayout.MINIFIED))
                .isEqualTo(document(smaller).toJson(JsonLayout.MINIFIED));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            differ in two    | [{E, 'Action': 's3:A', 'Resource': 'arn:aws:s3:::a'}, {E, 'Action': 's3:B', 'Resource': 'arn:aws:s3:::b'}]
            differ in effect | [{E, 'Action': 's3:A', 'Resource': '*'}, {D, 'Action': 's3:B', 'Resource': '*'}]
            named            | [{E, 'Sid': 'A', 'Action': 's3:A', 'Resource': '*'}, {E, 'Action': 's3:B', 'Resource': '*'}]
            named twice      | [{E, 'Sid': 'A', 'Action': 's3:A', 'Resource': '*'}, {E, 'Sid': 'B', 'Action': 's3:A', 'Resource': '*'}]
            conditions       | [{E, 'Action': 's3:A', 'Resource': '*', 'Condition': {'Bool': {'a': 'true'}}}, {E, 'Action': 's3:B', 'Resource': '*'}]
            negated values   | [{E, 'Action': 's3:A', 'Resource': '*', 'Condition': {'StringNotLike': {'a': 'x'}}}, {E, 'Action': 's3:A', 'Resource': '*', 'Condition': {'StringNotLike': {'a': 'y'}}}]
            all values       | [{E, 'Action': 's3:A', 'Resource': '*', 'Condition': {'ForAllValues:StringLike': {'a': 'x'}}}, {E, 'Action': 's3:A', 'Resource': '*', 'Condition': {'ForAllValues:StringLike': {'a': 'y'}}}]
            two conditions   | [{E, 'Action': 's3:A', 'Resource': '*', 'Condition': {'StringLike': {'a': 'x', 'b': 'x'}}}, {E, 'Action': 's3:A', 'Resource': '*', 'Condition': {'StringLike': {'a': 'y', 'b': 'y'}}}]
            not actions      | [{E, 'NotAction': 's3:A', 'Resource': '*', 'Condition': {'Null': {'a': 'true'}}}, {E, 'NotAction': 's3:B', 'Resource': '*', 'Condition': {'Null': {'b': 'true'}}}]
            everyone         | [{E, 'Action': 's3:A', 'Resource': '*', 'Principal': '*'}, {E, 'Action': 's3:A', 'Resource': '*', 'Principal': {'AWS': '123456789012'}}]
            intrinsics       | [{E, 'Action': ['s3:A', 's3:A'], 'Resource': {'Ref': 'A'}}, {E, 'Action': 's3:B', 'Resource': {'Ref': 'A'}}]
            """)
    void leavesAlone(String what, String statements) {
        assertThat(minimised(document(statements))).isEqualTo(document(statements));
    }

    @Test
    void joinsPrincipals() {
        PolicyDocument document = document(
                "[{E, 'Action': 's3:A', 'Resource': '*', 'Principal': {'AWS': '123456789012'}},"
                        + "{E, 'Action': 's3:A', 'Resource': '*', 'Principal': {'AWS': '210987654321', 'Service': 'ec2.amazonaws.com'}}]");

        assertThat(minimised(document).toJson(JsonLayout.MINIFIED))
                .contains(
                        "\"Principal\":{\"AWS\":[\"123456789012\",\"210987654321\"],\"Service\":\"ec2.amazonaws.com\"}");
    }

    @Test
    void statesWhatTwoHaveInCommonOnce() {
        String shared =
                "'s3:AbortMultipartUpload', 's3:GetBucketLocation', 's3:ListMultipartUploadParts', 's3:GetObjectTagging'";
        PolicyDocument document = document(
                "[{E, 'Action': [%s, 's3:One'], 'Resource': '%s'}, {E, 'Action': [%s, 's3:Two'], 'Resource': '%s'}]"
                        .formatted(shared, "arn:aws:s3:::a", shared, "arn:aws:s3:::b"));

        Reduction reduction = minimiser(Options.Sids.KEEP).minimise(document);

        assertThat(reduction.document())
                .isEqualTo(document(
                        "[{E, 'Action': 's3:One', 'Resource': 'arn:aws:s3:::a'}, {E, 'Action': 's3:Two', 'Resource': 'arn:aws:s3:::b'},"
                                + "{E, 'Action': [%s], 'Resource': ['arn:aws:s3:::a', 'arn:aws:s3:::b']}]"
                                        .formatted(shared)));
        assertThat(reduction.steps()).extracting(Step::kind).containsExactly(Step.Kind.FACTOR);
        assertThat(reduction.steps().get(0).statements()).containsExactly(0, 1);
    }

    @Test
    void statesResourcesInCommonOnce() {
        PolicyDocument document = document(
                "[{E, 'Action': 's3:A', 'Resource': ['%1$s*', 'arn:aws:s3:::a']}, {E, 'Action': 's3:B', 'Resource': ['%1$s*', 'arn:aws:s3:::b']}]"
                        .formatted(LONG + LONG));

        assertThat(minimised(document).statements().values()).hasSize(3);
    }

    @Test
    void dropsIdsWhereAsked() {
        PolicyDocument document = document(
                "[{E, 'Sid': 'A', 'Action': 's3:A', 'Resource': '*'}, {E, 'Sid': 'B', 'Action': 's3:B', 'Resource': '*'}]");

        Reduction reduction = minimiser(Options.Sids.DROP).minimise(document);

        assertThat(reduction.document()).isEqualTo(document("{E, 'Action': ['s3:A', 's3:B'], 'Resource': '*'}"));
        assertThat(reduction.steps())
                .extracting(Step::kind)
                .containsExactly(Step.Kind.SID, Step.Kind.SID, Step.Kind.MERGE, Step.Kind.SHAPE);
    }

    @Test
    void savesOnlyBracketsInTheVendorsPolicy() {
        Reduction reduction = minimiser(Options.Sids.KEEP).minimise(Policies.vendorPolicy());

        assertThat(reduction.document().quotaCharacters()).isEqualTo(3428);
        assertThat(reduction.steps()).extracting(Step::kind).containsOnly(Step.Kind.SHAPE);
    }

    private static PolicyDocument minimised(PolicyDocument document) {
        return minimiser(Options.Sids.KEEP).minimise(document).document();
    }

    private static Minimiser minimiser(Options.Sids sids) {
        return new Minimiser(
                EqualityProof.by(PolicyTarget.MANAGED_POLICY, 2_000_000), new Options(sids, Optional.empty()));
    }

    private static PolicyDocument document(String statements) {
        String json = statements.replace("{E,", "{'Effect': 'Allow',").replace("{D,", "{'Effect': 'Deny',");
        return Policies.policy("{'Version': '2012-10-17', 'Statement': " + json + "}");
    }
}
