// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'StringEquals': {'my:a': 'x'}                 | Condition StringEquals my:a: the request has "1", the policy wants "x"
            'StringEquals': {'my:a': ['x', 'y']}          | Condition StringEquals my:a: the request has "1", the policy wants "x" or "y"
            'StringEquals': {'my:a': ['a','b','c','d']}   | Condition StringEquals my:a: the request has "1", the policy wants "a" or "b" or "c" or 1 more
            'StringEquals': {'my:none': 'x'}              | Condition StringEquals my:none: the request has no such key, the policy wants "x"
            'StringNotEquals': {'my:a': ['1', 'y']}       | Condition StringNotEquals my:a: the request has "1", the policy wants none of "1" or "y"
            'StringEquals': {'my:many': 'x'}              | Condition StringEquals my:many: the request has "1" and "2", and the operator takes a single value
            'ForAnyValue:StringEquals': {'my:many': 'x'}  | Condition ForAnyValue:StringEquals my:many: the request has "1" and "2", the policy wants "x"
            'Null': {'my:a': true}                        | Condition Null my:a: the request has "1", the policy wants "true"
            'StringEquals': {'my:a': '1', 'my:b': 'x'}    | Condition StringEquals my:b: the request has no such key, the policy wants "x"
            """)
    void sayWhatARequestHasAndAPolicyWants(String condition, String reason) {
        AccessRequest request = Requests.getObject()
                .contextKey("my:a", "1")
                .contextKey("my:many", "1", "2")
                .build();

        assertThat(Requests.onlyReason(Requests.decideByIdentity(request, withCondition(condition))))
                .isEqualTo(reason);
    }

    @Test
    @Tag("rule-17a")
    void askForAllConditionsOfAStatement() {
        PolicyDocument policy = withCondition("'StringEquals': {'my:a': '1', 'my:b': '2'}, 'Bool': {'my:c': true}");
        AccessRequest all = Requests.getObject()
                .contextKey("my:a", "1")
                .contextKey("my:b", "2")
                .contextKey("my:c", "true")
                .build();
        AccessRequest most = Requests.getObject()
                .contextKey("my:a", "1")
                .contextKey("my:c", "true")
                .build();

        assertThat(Requests.decideByIdentity(all, policy).allowed()).isTrue();
        assertThat(Requests.decideByIdentity(most, policy).allowed()).isFalse();
    }

    @Test
    @Tag("rule-17c")
    void findKeysWhateverTheirCase() {
        AccessRequest request = Requests.getObject().contextKey("MY:Key", "x").build();

        assertThat(Requests.decideByIdentity(request, withCondition("'StringEquals': {'my:kEY': 'x'}"))
                        .allowed())
                .isTrue();
    }

    @Test
    void neverShowExternalIds() {
        PolicyDocument policy = withCondition("'StringEquals': {'STS:externalID': 'policy-secret'}");
        AccessRequest request = Requests.getObject()
                .contextKey("sts:ExternalId", "request-secret")
                .build();

        Decision decision = Requests.decideByIdentity(request, policy);

        assertThat(Requests.onlyReason(decision))
                .isEqualTo("Condition StringEquals STS:externalID: the request has ****, the policy wants ****");
        assertThat(decision.toString() + request + policy).doesNotContain("secret");
    }

    @Test
    void neverShowExternalIdsWherePoliciesAskOnlyWhetherThereIsOne() {
        AccessRequest request = Requests.getObject()
                .contextKey("sts:ExternalId", "request-secret")
                .build();

        Decision decision = Requests.decideByIdentity(request, withCondition("'Null': {'sts:ExternalId': true}"));

        assertThat(Requests.onlyReason(decision))
                .isEqualTo("Condition Null sts:ExternalId: the request has ****, the policy wants \"true\"");
    }

    @Test
    void cutLongValues() {
        AccessRequest request =
                Requests.getObject().contextKey("my:a", "😀".repeat(500)).build();

        assertThat(Requests.onlyReason(
                        Requests.decideByIdentity(request, withCondition("'StringEquals': {'my:a': 'x'}"))))
                .contains("\"" + "😀".repeat(120) + "…\"");
    }

    private static PolicyDocument withCondition(String condition) {
        return Policies.statement(
                "'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {" + condition + "}");
    }
}
