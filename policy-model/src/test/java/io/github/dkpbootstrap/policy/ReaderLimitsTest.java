// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderLimitsTest {
    @Test
    void refusesTextThatIsTooLong() {
        assertThatThrownBy(() -> PolicyDocument.parse(" ".repeat((1 << 20) + 1)))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessage("$: text of 1048577 characters is longer than the limit of 1048576");
    }

    @Test
    void readsTextOfTheLongestLength() {
        String policy = "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}".replace('\'', '"');

        assertThat(PolicyDocument.parse(policy + " ".repeat((1 << 20) - policy.length()))
                        .statements()
                        .values())
                .hasSize(1);
    }

    @Test
    void refusesDeepNesting() {
        assertThat(JsonValue.parse("[".repeat(100) + "]".repeat(100))).isInstanceOf(JsonArray.class);
        assertThatThrownBy(() -> JsonValue.parse("[".repeat(101) + "]".repeat(101)))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining("nesting depth (101) exceeds the maximum allowed (100");
        assertThatThrownBy(() -> JsonValue.parse("{\"a\":".repeat(100_000))).isInstanceOf(PolicySyntaxException.class);
    }

    @Test
    void refusesToWriteDeepNesting() {
        JsonValue value = new JsonArray(List.of());
        for (int i = 0; i < 1001; i++) {
            value = new JsonArray(List.of(value));
        }
        JsonValue deep = value;

        assertThatThrownBy(() -> deep.toJson(JsonLayout.MINIFIED))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageStartingWith("The value is nested too deeply to be JSON");
    }

    @Test
    void refusesLongNumbers() {
        assertThatThrownBy(() -> JsonValue.parse("1".repeat(1001)))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining("exceeds the maximum");
    }

    @Test
    void keepsLongTextOutOfMessages() {
        String secret = "s3cret".repeat(1000);
        for (String json : List.of(
                "{'%s': 1}",
                "%s",
                "{'Statement': {'Effect': '%s', 'Action': '*'}}",
                "{'Version': '%s', 'Statement': []}",
                "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Condition': {'%s': {'a': 'b'}}}}",
                "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Condition': {'Null': {'%1$s': 'a', '%1$s': 'b'}}}}",
                "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Condition': {'Null': {'%s': []}}}}",
                "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Principal': {'%s': 'b'}}}")) {
            PolicySyntaxException e =
                    catchThrowableOfType(PolicySyntaxException.class, () -> Policies.policy(json.formatted(secret)));

            assertThat(e.getMessage()).hasSizeLessThan(250);
            assertThat(e.path()).hasSizeLessThan(120);
        }
    }

    @Test
    void keepsLongTextOutOfOtherMessages() {
        String text = "s3cret".repeat(1000);

        assertThatThrownBy(() -> Arn.parse(text)).message().hasSizeLessThan(300);
        assertThatThrownBy(() -> ConditionOperator.parse(text)).message().hasSizeLessThan(100);
        assertThatThrownBy(() -> Intrinsic.of(text, JsonValue.of(""))).message().hasSizeLessThan(200);
        assertThatThrownBy(() -> ConditionValue.number(text)).message().hasSizeLessThan(100);
        assertThat(new UnresolvedIntrinsicException(Intrinsic.of("Fn::" + text, JsonValue.of(""))))
                .message()
                .hasSizeLessThan(250);
    }

    @Test
    void leavesOutTheMiddleOfALongPath() {
        String json = ("{\"" + "n".repeat(50) + "\":").repeat(99) + "{\"last\":[1,x";

        PolicySyntaxException e = catchThrowableOfType(PolicySyntaxException.class, () -> JsonValue.parse(json));

        assertThat(e).hasMessageStartingWith("$.nnn").hasMessageContaining("nnn.last: ");
        assertThat(e.getMessage()).hasSizeLessThan(ReaderProperties.MAX_MESSAGE);
        assertThat(e.path()).hasSizeGreaterThan(99 * 50);
    }

    @Test
    void readsNamesThatCollide() {
        Function<Integer, String> name = i -> IntStream.range(0, 12)
                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "B@")
                .collect(Collectors.joining());
        String json = IntStream.range(0, 4096)
                .mapToObj(i -> "\"" + name.apply(i) + "\":0")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(((JsonObject) JsonValue.parse(json)).members()).hasSize(4096);
    }

    @Test
    void givesNoLineForADocumentThatIsNoText() {
        PolicySyntaxException e = catchThrowableOfType(
                PolicySyntaxException.class, () -> PolicyDocument.of(JsonValue.parse("{\"Statement\": 1}")));

        assertThat(e).hasMessage("$.Statement: expected a statement as an object, found a number");
        assertThat(e.line()).isZero();
        assertThat(e.column()).isZero();
        assertThat(e.path()).isEqualTo("$.Statement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"007", "NaN", "1.", ".5", "+1", "1e", "", "1 ", "0x1"})
    void refusesNumbersThatAreNone(String text) {
        assertThatThrownBy(() -> new JsonNumber(text)).isInstanceOf(InvalidPolicyException.class);
        assertThatThrownBy(() -> ConditionValue.number(text)).isInstanceOf(InvalidPolicyException.class);
    }
}
