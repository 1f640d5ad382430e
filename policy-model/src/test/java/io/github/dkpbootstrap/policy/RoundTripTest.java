// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final int DOCUMENTS = 2000;

    @Test
    void givesBackRandomDocuments() {
        System.out.println("RoundTripTest: -Dpolicy.seed=" + SEED);
        RandomDocuments documents = new RandomDocuments(SEED);
        for (int i = 0; i < DOCUMENTS; i++) {
            PolicyDocument document = documents.next();
            for (JsonLayout layout : JsonLayout.values()) {
                String json = document.toJson(layout);
                PolicyDocument again = PolicyDocument.parse(json);

                assertThat(again).as("seed %d, document %d", SEED, i).isEqualTo(document);
                assertThat(again.toJson(layout)).isEqualTo(json);
            }
        }
    }

    static List<String> operators() {
        return Stream.of(Comparison.values())
                .map(ConditionOperator::of)
                .flatMap(plain -> Stream.of(plain, plain.forAllValues(), plain.forAnyValue()))
                .flatMap(operator -> operator.comparison() == Comparison.NULL
                        ? Stream.of(operator)
                        : Stream.of(operator, operator.ifExists()))
                .map(ConditionOperator::text)
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("operators")
    void readsEachOperator(String operator) {
        PolicyDocument document = Policies.statement(
                "'Effect': 'Allow', 'Action': '*', 'Condition': {'%s': {'a:b': 'c'}}".formatted(operator));

        assertThat(document.statements()
                        .values()
                        .get(0)
                        .conditions()
                        .get(0)
                        .operator()
                        .text())
                .isEqualTo(operator);
    }

    @Test
    void keepsTheOrderOfPrincipals() {
        String principal = "'Principal':{'Service':'a','CanonicalUser':['b'],'AWS':'c'}";
        PolicyDocument document = Policies.statement("'Effect': 'Allow', 'Action': '*'," + principal);
        PolicyDocument other = Policies.statement(
                "'Effect': 'Allow', 'Action': '*', 'Principal':{'AWS':'c','Service':'a','CanonicalUser':['b']}");

        assertThat(document.toJson(JsonLayout.MINIFIED)).contains(principal.replace('\'', '"'));
        assertThat(document).isNotEqualTo(other);
    }

    @Test
    void keepsDigitsAndShapes() {
        String condition =
                "'Condition':{'NumericEquals':{'a:b':[1.0,'1',1e3,-0],'a:c':2.50},'Bool':{'a:d':true,'a:e':['true']}}";

        assertThat(Policies.statement("'Effect': 'Allow', 'Action': '*'," + condition)
                        .toJson(JsonLayout.MINIFIED))
                .contains(condition.replace('\'', '"'));
    }

    @Test
    void resolvesIntrinsicsEverywhere() {
        PolicyDocument document =
                Policies.policy("{'Id': {'Ref': 'A'}, 'Statement': {'Sid': {'Ref': 'A'}, 'Effect': 'Allow', "
                        + "'Principal': {'AWS': [{'Ref': 'A'}, {'Fn::Sub': 'x'}]}, 'Action': {'Ref': 'A'}, 'Resource': [{'Ref': 'A'}],"
                        + "'Condition': {'StringEquals': {'a:b': {'Ref': 'A'}}}}}");

        PolicyDocument resolved = document.resolve(
                intrinsic -> intrinsic.function().equals("Ref") ? Optional.of("text") : Optional.empty());

        assertThat(resolved.toJson(JsonLayout.MINIFIED))
                .isEqualTo(document.toJson(JsonLayout.MINIFIED).replace("{\"Ref\":\"A\"}", "\"text\""))
                .contains("{\"Fn::Sub\":\"x\"}");
        assertThat(resolved.resolve(intrinsic -> Optional.of("y")).toJson(JsonLayout.MINIFIED))
                .contains("[\"text\",\"y\"]");
    }
}
