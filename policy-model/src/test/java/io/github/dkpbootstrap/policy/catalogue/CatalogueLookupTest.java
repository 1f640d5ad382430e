// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.UnresolvedIntrinsicException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding actions and condition keys. */
class CatalogueLookupTest {
    private final Catalogue catalogue = Catalogue.bundled();

    @ParameterizedTest
    @ValueSource(strings = {"ec2:RunInstancesOfTomorrow", "nosuch:Thing", "ec2", ":", "", "*", "ec2:*", "ec2:"})
    void whatIsNoActionOfTheCatalogueIsSimplyNotThere(String name) {
        assertThat(catalogue.action(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            iam:PassRole,            1
            IAM:passrole,            1
            iam:Pass????,            1
            iam:*ServiceLinkedRole,  2
            sts:AssumeRole*,         3
            sts:*,                  16
            nosuch:*,                0
            sts:Assume Role,         0
            sts,                     0
            s*:AssumeRole,           0
            *,                   22091
            *:*,                 22091
            """)
    void patternsCoverActions(String pattern, int count) {
        assertThat(catalogue.actionsMatching(ActionPattern.of(pattern))).hasSize(count);
    }

    @Test
    void anIntrinsicCoversNothingThatCouldBeSaid() {
        String json = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":{\"Ref\":\"A\"},\"Resource\":\"*\"}}";
        ActionPattern intrinsic = PolicyDocument.of(JsonValue.parse(json))
                .statements()
                .values()
                .get(0)
                .actions()
                .orElseThrow()
                .values()
                .get(0);

        assertThatThrownBy(() -> catalogue.actionsMatching(intrinsic)).isInstanceOf(UnresolvedIntrinsicException.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            iam:passedtoservice,                   iam:PassedToService,             STRING,     false
            aws:PrincipalArn,                      aws:PrincipalArn,                ARN,        false
            aws:sourceip,                          aws:SourceIp,                    IP_ADDRESS, false
            aws:TagKeys,                           aws:TagKeys,                     STRING,     true
            aws:RequestTag/Owner,                  aws:RequestTag/${TagKey},        STRING,     false
            ec2:resourcetag/kubernetes.io/x,       ec2:ResourceTag/${TagKey},       STRING,     false
            aws:PrincipalTag/a/b,                  aws:PrincipalTag/${TagKey},      STRING,     false
            kms:EncryptionContext:aws:s3:arn,      kms:EncryptionContext:${EncryptionContextKey}, STRING, false
            token.actions.githubusercontent.com:actor, token.actions.githubusercontent.com:actor, STRING, false
            token.actions.acme.ghe.com:actor,      token.actions.${Domain}.ghe.com:actor, STRING, false
            s3:ExistingObjectTag/env,              s3:ExistingObjectTag/<key>,      STRING,     false
            secretsmanager:ResourceTag/env,        secretsmanager:ResourceTag/tag-key, STRING,  false
            glacier:ResourceTag/env,               glacier:ResourceTag/,            STRING,     false
            saml:aud,                              saml:aud,                        STRING,     false
            s3:prefix,                             s3:prefix,                       STRING,     false
            events:Metadata/a,                     events:Metadata/${MetadataKey},  STRING,     true
            events:Metadata/a/Matcher,             events:Metadata/${MetadataKey}/Matcher, STRING, false
            """)
    void conditionKeysAreFoundByNameOrTemplate(String key, String name, ConditionKeyType type, boolean multivalued) {
        assertThat(catalogue.conditionKey(key)).hasValueSatisfying(entry -> {
            assertThat(entry.name()).isEqualTo(name);
            assertThat(entry.type()).isEqualTo(type);
            assertThat(entry.isMultivalued()).isEqualTo(multivalued);
            assertThat(entry.matches(key)).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"aws:NoSuchKey", "ec2:NoSuchKey", "nosuch:Key", "aws:RequestTag/", "aws:RequestTag", "", ":"})
    void whatIsNoConditionKeyOfTheCatalogueIsSimplyNotThere(String key) {
        assertThat(catalogue.conditionKey(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            true,  iam:PassRole,             iam:PassedToService
            true,  iam:PassRole,             aws:PrincipalArn
            true,  iam:PassRole,             iam:ResourceTag/a
            false, iam:PassRole,             ec2:Vpc
            true,  ec2:RunInstances,         ec2:InstanceType
            true,  ec2:RunInstances,         aws:RequestTag/Owner
            false, ec2:DescribeInstances,    aws:RequestTag/Owner
            false, ec2:DescribeInstances,    aws:TagKeys
            true,  ec2:DescribeInstances,    aws:SourceIp
            """)
    void actionsKnowTheirConditionKeysThoseOfTheirResourcesAndTheGlobalOnes(boolean knows, String action, String key) {
        assertThat(catalogue.knows(catalogue.action(action).orElseThrow(), key)).isEqualTo(knows);
    }
}
