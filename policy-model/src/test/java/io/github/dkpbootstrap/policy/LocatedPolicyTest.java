// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import org.junit.jupiter.api.Test;

class LocatedPolicyTest {
    private static final String JSON = """
            {
              "Statement": {
                "Resource": ["*"],
                "Effect": "Allow", "Action": "s3:*",
                "Condition": {"ForAnyValue:StringLike": {"aws:TagKeys": ["a", "b"]}, "NumericLessThan": {"s3:max-keys": 10}}
              }
            }
            """;

    private final LocatedPolicy policy = LocatedPolicy.parse(JSON);

    @Test
    void readsTheSameDocumentAsWithoutPlaces() {
        assertThat(policy.document()).isEqualTo(PolicyDocument.parse(JSON));
    }

    @Test
    void knowsWhereEachValueStartsAndEnds() {
        assertThat(text("$.Statement.Resource[0]")).isEqualTo("\"*\"");
        assertThat(text("$.Statement.Resource")).isEqualTo("[\"*\"]");
        assertThat(text("$.Statement.Action")).isEqualTo("\"s3:*\"");
        assertThat(text("$.Statement.Condition['ForAnyValue:StringLike']['aws:TagKeys'][1]"))
                .isEqualTo("\"b\"");
        assertThat(text("$.Statement.Condition.NumericLessThan")).isEqualTo("{\"s3:max-keys\": 10}");
        assertThat(text("$.Statement.Condition.NumericLessThan['s3:max-keys']")).isEqualTo("10");
        assertThat(policy.span("$")).contains(TextSpan.of(1, 1, 7, 2));
        assertThat(policy.span("$.Statement.Sid")).isEmpty();
    }

    @Test
    void listsItsPathsInTheOrderOfTheText() {
        assertThat(policy.paths())
                .startsWith(
                        "$", "$.Statement", "$.Statement.Resource", "$.Statement.Resource[0]", "$.Statement.Effect");
        assertThat(LocatedPolicy.pathsOf(policy.document()))
                .containsExactlyInAnyOrderElementsOf(policy.paths())
                .startsWith("$", "$.Statement", "$.Statement.Effect", "$.Statement.Action");
    }

    @Test
    void saysWhatARefusalIsAbout() {
        assertThatThrownBy(() -> LocatedPolicy.parse("{\"Statement\": []}"))
                .isInstanceOfSatisfying(PolicySyntaxException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.EMPTY_LIST);
                    assertThat(refused).hasMessage("$.Statement: %s (line 1, column 15)", refused.reason());
                });
    }

    private String text(String path) {
        TextSpan span = policy.span(path).orElseThrow();
        assertThat(span.endLine()).isEqualTo(span.line());
        return JSON.lines().toList().get(span.line() - 1).substring(span.column() - 1, span.endColumn() - 1);
    }
}
