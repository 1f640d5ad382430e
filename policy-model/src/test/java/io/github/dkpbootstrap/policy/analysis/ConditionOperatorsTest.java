// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One condition on {@code my:key}; several values stand apart by semicolons, and {@code absent} is no key at all. */
class ConditionOperatorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule-16a | StringEquals              | a         | a       | true
            rule-16a | StringEquals              | a         | A       | false
            rule-16a | StringEquals              | a*        | ab      | false
            rule-16a | StringEquals              | a*        | a*      | true
            rule-16a | StringEqualsIgnoreCase    | aB        | Ab      | true
            rule-16a | StringEqualsIgnoreCase    | a*        | ab      | false
            rule-16a | StringNotEqualsIgnoreCase | aB        | Ab      | false
            rule-16a | StringLike                | a*c?      | a:b/cd  | true
            rule-16a | StringLike                | A*        | ab      | false
            rule-16a | StringNotLike             | a*        | ab      | false
            rule-16a | StringNotLike             | a*        | b       | true
            rule-16b | NumericEquals             | 1         | 1.0     | true
            rule-16b | NumericEquals             | 1e3       | 1000    | true
            rule-16b | NumericEquals             | 0.1       | 0.10    | true
            rule-16b | NumericEquals             | -0        | 0       | true
            rule-16b | NumericNotEquals          | 1         | 1.0     | false
            rule-16b | NumericLessThan           | 10        | 9       | true
            rule-16b | NumericLessThan           | 10        | 10      | false
            rule-16b | NumericLessThanEquals     | 10        | 10      | true
            rule-16b | NumericGreaterThan        | 10        | 10      | false
            rule-16b | NumericGreaterThan        | 9         | 10      | true
            rule-16b | NumericGreaterThanEquals  | 10        | 10      | true
            rule-16b | NumericGreaterThanEquals  | 10        | 9       | false
            rule-16b | NumericEquals             | 1e99999   | 1e99999 | false
            rule-16c | Bool                      | true      | TRUE    | true
            rule-16c | Bool                      | false     | true    | false
            rule-16c | Bool                      | yes       | yes     | false
            rule-16d | BinaryEquals              | aGk=      | aGk=    | true
            rule-16d | BinaryEquals              | aGk=      | aGk     | true
            rule-16d | BinaryEquals              | aGk=      | aGo=    | false
            rule-16e | IpAddress                 | 10.0.0.0/8    | 10.1.2.3   | true
            rule-16e | IpAddress                 | 10.0.0.0/8    | 11.1.2.3   | false
            rule-16e | IpAddress                 | 10.9.9.9/8    | 10.1.2.3   | true
            rule-16e | IpAddress                 | 10.1.2.3      | 10.1.2.3   | true
            rule-16e | IpAddress                 | 10.1.2.3      | 10.1.2.4   | false
            rule-16e | IpAddress                 | 10.1.2.2/31   | 10.1.2.3   | true
            rule-16e | IpAddress                 | 0.0.0.0/0     | 9.9.9.9    | true
            rule-16e | IpAddress                 | 0.0.0.0/0     | ::1        | false
            rule-16e | IpAddress                 | ::/0          | 9.9.9.9    | false
            rule-16e | NotIpAddress              | 10.0.0.0/8    | 10.1.2.3   | false
            rule-16e | NotIpAddress              | 10.0.0.0/8    | 11.1.2.3   | true
            rule-16e | NotIpAddress              | 10.0.0.0/8    | ::1        | true
            rule-16e | IpAddress                 | 2001:db8::/32 | 2001:DB8:1::5 | true
            rule-16e | IpAddress                 | 2001:db8::/33 | 2001:db8:8000::5 | false
            rule-16e | IpAddress                 | 2001:db8::5   | 2001:db8:0:0:0:0:0:5 | true
            rule-16e | IpAddress                 | ::ffff:10.0.0.1 | ::ffff:a00:1 | true
            rule-16e | IpAddress                 | ::ffff:10.0.0.1 | 10.0.0.1 | false
            rule-16f | ArnLike                   | arn:aws:iam::*:role/*   | arn:aws:iam::1:role/a/b | true
            rule-16f | ArnEquals                 | arn:aws:iam::*:role/*   | arn:aws:iam::1:role/a/b | true
            rule-16f | ArnLike                   | arn:aws:*:us-*:1:a:*    | arn:aws:x:us-1:1:a:b:c  | true
            rule-16f | ArnLike                   | arn:aws:*:role/a        | arn:aws:iam::1:role/a   | false
            rule-16f | ArnLike                   | arn:*:*:*:*             | arn:aws:iam::1:role/a   | false
            rule-16f | ArnLike                   | *                       | arn:aws:iam::1:role/a   | false
            rule-16f | ArnLike                   | arn:aws:iam::1:role/a   | not-an-arn              | false
            rule-16f | ArnLike                   | arn:aws:iam::1:Role/a   | arn:aws:iam::1:role/a   | false
            rule-16f | ArnNotLike                | arn:aws:iam::*:role/*   | arn:aws:iam::1:role/a   | false
            rule-16f | ArnNotEquals              | arn:aws:iam::*:role/*   | arn:aws:iam::1:user/a   | true
            rule-16g | NumericEquals             | ten       | 10      | false
            rule-16g | NumericNotEquals          | 10        | ten     | true
            rule-16g | NumericLessThan           | 10        | ''      | false
            rule-16g | DateLessThan              | tomorrow  | 2020-01-01 | false
            rule-16g | DateNotEquals             | 2020-01-01 | 2020-13-45 | true
            rule-16g | BinaryEquals              | %%%       | %%%     | false
            rule-16g | IpAddress                 | 10.0.0.0/33 | 10.0.0.0 | false
            rule-16g | IpAddress                 | 10.0.0.0/-1 | 10.0.0.0 | false
            rule-16g | IpAddress                 | 10.0.0/8  | 10.0.0.0 | false
            rule-16g | IpAddress                 | 010.0.0.1 | 010.0.0.1 | false
            rule-16g | IpAddress                 | ::/0      | 1.2.3.4:: | false
            rule-16g | IpAddress                 | ::/0      | ::1.2.3.4 | true
            rule-16g | IpAddress                 | 10.0.0.0/8 | localhost | false
            rule-16g | IpAddress                 | 1::2::3   | 1::2::3 | false
            rule-16g | IpAddress                 | 1:2:3:4:5:6:7:8:9 | 1:2:3:4:5:6:7:8:9 | false
            rule-16g | IpAddress                 | ::12345   | ::12345 | false
            rule-16g | NotIpAddress              | nowhere   | 10.0.0.0 | true
            rule-16h | Null                      | true      | absent  | true
            rule-16h | Null                      | true      | a       | false
            rule-16h | Null                      | false     | a       | true
            rule-16h | Null                      | FALSE     | a       | true
            rule-16h | Null                      | false     | absent  | false
            rule-16h | Null                      | true;false | absent | true
            rule-16h | Null                      | maybe     | a       | false
            rule-16h | Null                      | false     | a;b     | true
            rule-16h | ForAllValues:Null         | true      | a       | false
            rule-16h | ForAnyValue:Null          | true      | absent  | true
            rule-17a | StringEquals              | a;b       | b       | true
            rule-17a | NumericLessThan           | 1;9       | 5       | true
            rule-17b | StringNotEquals           | a;b       | b       | false
            rule-17b | StringNotEquals           | a;b       | c       | true
            rule-17b | NotIpAddress              | 10.0.0.0/8;11.0.0.0/8 | 11.1.1.1 | false
            rule-18a | StringEquals              | a         | absent  | false
            rule-18a | StringNotEquals           | a         | absent  | true
            rule-18a | StringEqualsIfExists      | a         | absent  | true
            rule-18a | StringEqualsIfExists      | a         | b       | false
            rule-18a | StringNotEqualsIfExists   | a         | absent  | true
            rule-18a | NumericLessThan           | 1         | absent  | false
            rule-18a | BoolIfExists              | true      | absent  | true
            rule-18b | ForAllValues:StringEquals | a;b       | a       | true
            rule-18b | ForAllValues:StringEquals | a;b       | a;b;a   | true
            rule-18b | ForAllValues:StringEquals | a;b       | a;c     | false
            rule-18b | ForAllValues:StringEquals | a;b       | absent  | true
            rule-18b | ForAllValues:StringNotEquals | a;b    | c;d     | true
            rule-18b | ForAllValues:StringNotEquals | a;b    | c;a     | false
            rule-18b | ForAllValues:StringNotEquals | a;b    | absent  | true
            rule-18c | ForAnyValue:StringLike    | a*        | b;ab    | true
            rule-18c | ForAnyValue:StringLike    | a*        | b;c     | false
            rule-18c | ForAnyValue:StringLike    | a*        | absent  | false
            rule-18c | ForAnyValue:StringLikeIfExists | a*   | absent  | true
            rule-18c | ForAnyValue:StringNotEquals | a;b     | a;c     | true
            rule-18c | ForAnyValue:StringNotEquals | a;b     | a;b     | false
            rule-18c | ForAnyValue:StringNotEquals | a;b     | absent  | false
            rule-18d | StringEquals              | a;b       | a;b     | false
            rule-18d | StringEquals              | a         | a;a     | false
            rule-18d | StringNotEquals           | c         | a;b     | false
            rule-18d | StringEqualsIfExists      | a         | a;b     | false
            rule-19  | DateEquals                | 2020-01-01T00:00:00Z | 1577836800 | true
            rule-19  | DateEquals                | 2020      | 2020-01-01T00:00:00Z | true
            rule-19  | DateEquals                | 2020-02   | 2020-02-01 | true
            rule-19  | DateEquals                | 2020-01-01T01:00:00+01:00 | 2020-01-01T00:00Z | true
            rule-19  | DateEquals                | 2020-01-01T00:00:00.5Z | 2020-01-01T00:00:00.500Z | true
            rule-19  | DateLessThan              | 2020-01-02 | 2020-01-01T23:59:59Z | true
            rule-19  | DateLessThan              | 2020-01-02 | 2020-01-02 | false
            rule-19  | DateLessThanEquals        | 2020-01-02 | 2020-01-02 | true
            rule-19  | DateGreaterThan           | 2020-01-02 | 2020-01-03 | true
            rule-19  | DateGreaterThanEquals     | 2020-01-02 | 2020-01-01 | false
            rule-19  | DateEquals                | 0         | 1970-01-01 | true
            rule-19  | DateEquals                | 2020-01-01T00:00:00 | 2020-01-01T00:00:00 | false
            rule-19  | DateEquals                | 20200101T000000Z | 20200101T000000Z | false
            """)
    void compareTheRequestWithThePolicy(String rule, String operator, String wanted, String given, boolean holds) {
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .action("*")
                        .resource("*")
                        .condition(ConditionOperator.parse(operator), "my:key", List.of(wanted.split(";"))))
                .build();
        AccessRequest.Builder request = Requests.getObject();
        if (!given.equals("absent")) {
            request.contextKey("my:key", given.split(";"));
        }

        Decision decision = Requests.decideByIdentity(request.build(), policy);

        assertThat(decision.allowed()).as(rule).isEqualTo(holds);
        assertThat(Requests.onlyReason(decision))
                .startsWith(holds ? Requests.MATCHES : "Condition " + operator + " my:key: the request has ");
    }
}
