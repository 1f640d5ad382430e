// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Documents made to be hard: each is answered, if only with unknown, in bounded time. */
class ContainmentBoundsTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Map<String, PolicyDocument> HARD = new TreeMap<>(Map.of(
            "actions with a letter somewhere", allow(strings(60, i -> "s3:*" + word(i) + "*"), "*"),
            "resources with a word somewhere",
                    allow(new String[] {"s3:*"}, strings(60, i -> "arn:aws:s3:::*" + word(i) + "*")),
            "a letter so many places from the end",
                    allow(new String[] {"s3:*"}, strings(40, i -> "arn:aws:s3:::*b" + "?".repeat(i))),
            "many stars", allow(new String[] {"s3:*"}, strings(10, i -> "arn:aws:s3:::" + "*a".repeat(100 + i))),
            "many question marks",
                    allow(new String[] {"s3:*"}, strings(10, i -> "arn:aws:s3:::" + "?*".repeat(500 + i))),
            "long texts", allow(new String[] {"s3:*"}, strings(50, i -> "arn:aws:s3:::" + "a".repeat(2000 + i) + "*")),
            "many keys",
                    conditions(
                            100,
                            i -> Statement.builder()
                                    .condition(ConditionOperator.STRING_LIKE, "k:" + i, "*" + word(i) + "*")),
            "many values of sets",
                    conditions(
                            30,
                            i -> Statement.builder()
                                    .condition(
                                            ConditionOperator.STRING_LIKE.forAnyValue(), "k:a", "*" + word(i) + "*")),
            "many numbers",
                    conditions(
                            200,
                            i -> Statement.builder()
                                    .condition(ConditionOperator.parse("NumericLessThan"), "k:n", "1e" + i * 40)),
            "many ranges",
                    conditions(
                            200,
                            i -> Statement.builder()
                                    .condition(
                                            ConditionOperator.IP_ADDRESS, "k:i", "10." + i + ".0.0/" + (8 + i % 24)))));

    private static String word(int i) {
        return Character.toString('a' + i % 26) + (i / 26);
    }

    private static String[] strings(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).toArray(String[]::new);
    }

    private static PolicyDocument allow(String[] actions, String... resources) {
        return PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).actions(actions).resources(resources))
                .build();
    }

    private static PolicyDocument conditions(int count, IntFunction<Statement.Builder> condition) {
        PolicyDocument.Builder document = PolicyDocument.builder();
        for (int i = 0; i < count; i++) {
            document.addStatement(condition
                    .apply(i)
                    .effect(i % 3 == 0 ? Effect.DENY : Effect.ALLOW)
                    .actions("s3:*")
                    .resources("*")
                    .build());
        }
        return document.build();
    }

    @Test
    void answersEveryPairOfHardDocumentsInTime() {
        HARD.forEach((name, narrow) -> HARD.forEach((otherName, wide) -> {
            long start = System.nanoTime();
            Containment answer =
                    PolicyAnalysis.of(narrow, PolicyTarget.MANAGED_POLICY).isNoBroaderThan(wide);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(took)
                    .as(name + " against " + otherName + ": " + answer.getClass())
                    .isLessThan(BOUND);
        }));
    }
}
