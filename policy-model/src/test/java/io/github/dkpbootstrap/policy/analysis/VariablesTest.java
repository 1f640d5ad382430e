// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyVersion;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables, in requests with {@code aws:username} alice, {@code my:star} * and two values of {@code my:many}. */
class VariablesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            rule-13a | home/${aws:username}/*          | home/alice/a      | true
            rule-13a | home/${AWS:UserName}/*          | home/alice/a      | true
            rule-13a | home/${aws:username}/*          | home/bob/a        | false
            rule-13a | ${aws:username}${aws:username}  | alicealice        | true
            rule-13c | home/${my:none}                 | home/             | false
            rule-13c | home/${my:none}                 | home/${my:none}   | false
            rule-13c | home/${my:none, 'guest'}        | home/guest        | true
            rule-13c | home/${my:none,'guest'}         | home/guest        | true
            rule-13c | home/${my:none, ''}             | home/             | true
            rule-13c | home/${aws:username, 'guest'}   | home/alice        | true
            rule-13c | home/${aws:username, 'guest'}   | home/guest        | false
            rule-13c | home/${my:many}                 | home/a            | false
            rule-13c | home/${my:many, 'guest'}        | home/guest        | true
            rule-13d | home/${*}                       | home/*            | true
            rule-13d | home/${*}                       | home/a            | false
            rule-13d | home/${?}                       | home/?            | true
            rule-13d | home/${?}                       | home/a            | false
            rule-13d | home/${$}{a}                    | home/${a}         | true
            rule-13e | home/${my:star}                 | home/*            | true
            rule-13e | home/${my:star}                 | home/a            | false
            rule-13e | home/${my:none, '*'}            | home/a            | false
            rule-13f | home/${aws:username             | home/${aws:username | true
            rule-13f | home/$aws                       | home/$aws         | true
            rule-13f | home/${a, "b"}                  | home/${a, "b"}    | true
            """)
    void standForValuesInTheLastFieldOfAResource(String rule, String pattern, String resource, boolean covers) {
        PolicyDocument policy = resource("arn:aws:s3:::" + pattern);

        assertThat(decide("arn:aws:s3:::" + resource, policy)).as(rule).isEqualTo(covers);
    }

    @Test
    @Tag("rule-13a")
    void arePlainTextInTheOldVersionAndWithoutOne() {
        PolicyDocument now = resource("arn:aws:s3:::${aws:username}*");
        PolicyDocument old = PolicyDocument.builder()
                .version(PolicyVersion.V2008_10_17)
                .statements(now.statements())
                .build();
        PolicyDocument none = PolicyDocument.builder()
                .version(Optional.empty())
                .statements(now.statements())
                .build();

        assertThat(decide("arn:aws:s3:::alice1", now)).isTrue();
        for (PolicyDocument policy : new PolicyDocument[] {old, none}) {
            assertThat(decide("arn:aws:s3:::alice1", policy)).isFalse();
            assertThat(decide("arn:aws:s3:::${aws:username}1", policy)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            rule-13b | StringEquals              | ${aws:username}          | my:key | alice  | true
            rule-13b | StringEqualsIgnoreCase    | ${aws:username}          | my:key | ALICE  | true
            rule-13b | StringLike                | ${aws:username}-*        | my:key | alice-1 | true
            rule-13b | ArnLike                   | arn:aws:iam::1:user/${aws:username} | my:key | arn:aws:iam::1:user/alice | true
            rule-13b | ArnEquals                 | arn:aws:iam::${my:account}:user/* | my:key | arn:aws:iam::1:user/alice | true
            rule-13b | Bool                      | ${my:true}               | my:key | true   | false
            rule-13b | NumericEquals             | ${my:account}            | my:key | 1      | false
            rule-13c | StringEquals              | ${my:none}               | my:key | alice  | false
            rule-13c | StringNotEquals           | ${my:none}               | my:key | alice  | true
            rule-13c | StringNotLike             | ${my:none}*              | my:key | alice  | true
            rule-13c | ArnNotLike                | arn:aws:iam::1:user/${my:none} | my:key | arn:aws:iam::1:user/a | true
            rule-13d | StringLike                | a${*}                    | my:key | ab     | false
            rule-13d | StringEquals              | a${*}                    | my:key | a*     | true
            rule-13e | StringLike                | ${my:star}               | my:key | a      | false
            rule-13e | StringEquals              | ${my:star}               | my:key | *      | true
            """)
    void standForValuesInStringAndArnConditions(
            String rule, String operator, String wanted, String key, String given, boolean holds) {
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .action("*")
                        .resource("*")
                        .condition(ConditionOperator.parse(operator), key, wanted))
                .build();
        AccessRequest request = request("*").contextKey(key, given).build();

        assertThat(Requests.decideByIdentity(request, policy).allowed())
                .as(rule)
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @Tag("rule-13b")
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:iam::${my:account}:user/a
            arn:aws:iam:${my:none, ''}:123456789012:user/a
            ${my:star}
            """)
    void arePlainTextBeforeTheLastField(String pattern) {
        assertThat(decide("arn:aws:iam::123456789012:user/a", resource(pattern)))
                .isFalse();
    }

    private static PolicyDocument resource(String pattern) {
        return PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).action("*").resource(pattern))
                .build();
    }

    private static boolean decide(String resource, PolicyDocument policy) {
        return Requests.decideByIdentity(request(resource).build(), policy).allowed();
    }

    private static AccessRequest.Builder request(String resource) {
        return Requests.request("s3:GetObject", resource)
                .contextKey("aws:username", "alice")
                .contextKey("my:star", "*")
                .contextKey("my:true", "true")
                .contextKey("my:account", "1")
                .contextKey("my:many", "a", "b");
    }
}
