// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructuralEquivalenceTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            shape            | 'Action': 's3:a', 'Resource': '*'            | 'Action': ['s3:a'], 'Resource': ['*']
            order            | 'Action': ['s3:a', 's3:b'], 'Resource': '*'  | 'Action': ['s3:b', 's3:a'], 'Resource': '*'
            order            | 'Action': '*', 'Resource': ['a', 'b']        | 'Resource': ['b', 'a'], 'Action': '*'
            duplicates       | 'NotAction': ['s3:a', 's3:a']                | 'NotAction': 's3:a'
            duplicates       | 'Action': ['s3:A', 's3:a']                   | 'Action': 's3:a'
            case of actions  | 'Action': 'S3:GetObject'                     | 'Action': 's3:getobject'
            every action     | 'Action': '*:*'                              | 'Action': '*'
            account          | 'Action': '*', 'Principal': {'AWS': '123456789012'}   | 'Action': '*', 'Principal': {'AWS': 'arn:aws:iam::123456789012:root'}
            account in China | 'Action': '*', 'Principal': {'AWS': ['123456789012']} | 'Action': '*', 'Principal': {'AWS': 'arn:aws-cn:iam::123456789012:root'}
            account twice    | 'Action': '*', 'NotPrincipal': {'AWS': '123456789012'} | 'Action': '*', 'NotPrincipal': {'AWS': ['arn:aws:iam::123456789012:root', '123456789012']}
            types            | 'Action': '*', 'Principal': {'AWS': 'a', 'Service': 'b'} | 'Action': '*', 'Principal': {'Service': ['b'], 'AWS': 'a'}
            number           | 'Action': '*', 'Condition': {'NumericEquals': {'a:b': 1.0}} | 'Action': '*', 'Condition': {'NumericEquals': {'a:b': ['1.0']}}
            truth            | 'Action': '*', 'Condition': {'Bool': {'a:b': true}}   | 'Action': '*', 'Condition': {'Bool': {'a:b': 'True'}}
            case of keys     | 'Action': '*', 'Condition': {'Null': {'aws:A': 'false'}} | 'Action': '*', 'Condition': {'Null': {'AWS:a': false}}
            order            | 'Action': '*', 'Condition': {'Null': {'a': 'true', 'b': 'true'}, 'Bool': {'c': 'true'}} | 'Action': '*', 'Condition': {'Bool': {'c': 'true'}, 'Null': {'b': 'true', 'a': 'true'}}
            order of values  | 'Action': '*', 'Condition': {'StringLike': {'a': ['x', 'y', 'x']}} | 'Action': '*', 'Condition': {'StringLike': {'a': ['y', 'x']}}
            empty id         | 'Action': '*', 'Sid': ''                     | 'Action': '*'
            intrinsics       | 'Action': '*', 'Resource': [{'Fn::If': ['A', {'B': 1, 'C': 2}]}, 'a'] | 'Action': '*', 'Resource': ['a', {'Fn::If': ['A', {'C': 2, 'B': 1}]}]
            """)
    void equates(String what, String one, String other) {
        assertThat(statement(one).isStructurallyEquivalentTo(statement(other))).isTrue();
        assertThat(statement(one)).isNotEqualTo(statement(other));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            case of resources | 'Action': '*', 'Resource': 'arn:aws:s3:::A'  | 'Action': '*', 'Resource': 'arn:aws:s3:::a'
            Not               | 'NotAction': 's3:a'                          | 'Action': 's3:a'
            everyone          | 'Action': '*', 'Principal': '*'              | 'Action': '*', 'Principal': {'AWS': '*'}
            type              | 'Action': '*', 'Principal': {'AWS': 'a'}     | 'Action': '*', 'Principal': {'Service': 'a'}
            account           | 'Action': '*', 'Principal': {'Federated': '123456789012'} | 'Action': '*', 'Principal': {'Federated': 'arn:aws:iam::123456789012:root'}
            user named root   | 'Action': '*', 'Principal': {'AWS': '123456789012'} | 'Action': '*', 'Principal': {'AWS': 'arn:aws:iam::123456789012:user/root'}
            account resource  | 'Action': '*', 'Resource': '123456789012'    | 'Action': '*', 'Resource': 'arn:aws:iam::123456789012:root'
            case of values    | 'Action': '*', 'Condition': {'StringEquals': {'a': 'X'}} | 'Action': '*', 'Condition': {'StringEquals': {'a': 'x'}}
            case of text true | 'Action': '*', 'Condition': {'StringEquals': {'a': 'True'}} | 'Action': '*', 'Condition': {'StringEquals': {'a': true}}
            digits            | 'Action': '*', 'Condition': {'StringEquals': {'a': 1.0}} | 'Action': '*', 'Condition': {'StringEquals': {'a': 1}}
            quantifier        | 'Action': '*', 'Condition': {'ForAnyValue:StringLike': {'a': 'b'}} | 'Action': '*', 'Condition': {'ForAllValues:StringLike': {'a': 'b'}}
            IfExists          | 'Action': '*', 'Condition': {'Bool': {'a': 'true'}} | 'Action': '*', 'Condition': {'BoolIfExists': {'a': 'true'}}
            id                | 'Action': '*', 'Sid': 'A'                    | 'Action': '*', 'Sid': 'a'
            intrinsic         | 'Action': {'Ref': 'A'}                       | 'Action': {'Ref': 'a'}
            intrinsic as text | 'Action': {'Ref': 'A'}                       | 'Action': 'A'
            """)
    void keepsApart(String what, String one, String other) {
        assertThat(statement(one).isStructurallyEquivalentTo(statement(other))).isFalse();
    }

    @Test
    void equatesStatementsInAnyOrderAndNumber() {
        String a = "{'Effect': 'Allow', 'Action': 's3:A'}";
        String b = "{'Effect': 'Deny', 'Action': 's3:B'}";

        assertThat(statements("[%s, %s, %s]".formatted(a, b, a))
                        .isStructurallyEquivalentTo(statements("[%2$s, %2$s, %1$s]".formatted(a, b))))
                .isTrue();
        assertThat(statements(a).isStructurallyEquivalentTo(statements("[" + a + "]")))
                .isTrue();
        assertThat(statements("[%s, %s]".formatted(a, b)).isStructurallyEquivalentTo(statements(a)))
                .isFalse();
    }

    @Test
    void takesNoVersionForTheOldOne() {
        String rest = "'Statement': {'Effect': 'Allow', 'Action': '*'}}";
        PolicyDocument none = Policies.policy("{" + rest);

        assertThat(none.isStructurallyEquivalentTo(Policies.policy("{'Version': '2008-10-17', " + rest)))
                .isTrue();
        assertThat(none.isStructurallyEquivalentTo(Policies.policy("{'Version': '2012-10-17', " + rest)))
                .isFalse();
        assertThat(none.isStructurallyEquivalentTo(Policies.policy("{'Id': '', " + rest)))
                .isTrue();
        assertThat(none.isStructurallyEquivalentTo(Policies.policy("{'Id': 'a', " + rest)))
                .isFalse();
    }

    @Test
    void leavesIdsOutWhereAsked() {
        PolicyDocument one =
                Policies.policy("{'Id': 'a', 'Statement': {'Sid': 'b', 'Effect': 'Allow', 'Action': '*'}}");
        PolicyDocument other = Policies.policy("{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Sid': 'c'}]}");

        assertThat(one.isStructurallyEquivalentTo(other)).isFalse();
        assertThat(one.withoutIds().isStructurallyEquivalentTo(other.withoutIds()))
                .isTrue();
        assertThat(one.withoutIds().toJson(JsonLayout.MINIFIED))
                .doesNotContain("Id")
                .doesNotContain("Sid");
    }

    @Test
    void writesTheVendorsPolicyInItsOwnForm() {
        PolicyDocument vendor = Policies.vendorPolicy();

        assertThat(vendor.normalised()).isNotEqualTo(vendor);
        assertThat(vendor.isStructurallyEquivalentTo(vendor.normalised())).isTrue();
        assertThat(vendor.normalised().quotaCharacters()).isLessThanOrEqualTo(vendor.quotaCharacters());
    }

    private static PolicyDocument statement(String members) {
        return Policies.statement("'Effect': 'Allow', " + members);
    }

    private static PolicyDocument statements(String statements) {
        return Policies.policy("{'Version': '2012-10-17', 'Statement': " + statements + "}");
    }
}
