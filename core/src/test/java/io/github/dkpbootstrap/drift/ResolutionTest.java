// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolutionTest {
    private final Resolution resolution =
            new Resolution(Map.of("AWS::AccountId", "123456789012", "Role", "the-$1-role"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"Ref\":\"Role\"} | \"the-$1-role\"",
                "{\"Fn::Sub\":\"a/${AWS::AccountId}/${Role}\"} | \"a/123456789012/the-$1-role\"",
                "{\"Fn::Sub\":\"${!aws:username}-${Role}\"} | \"${aws:username}-the-$1-role\"",
                "[{\"Ref\":\"Role\"},1,null] | [\"the-$1-role\",1,null]",
                "{\"a\":{\"Ref\":\"Role\"},\"b\":true} | {\"a\":\"the-$1-role\",\"b\":true}",
                "\"${AWS::AccountId}\" | \"${AWS::AccountId}\"",
            })
    void computesWhatItKnows(String template, String value) {
        assertThat(resolution.of(JsonValue.parse(template)).map(known -> known.toJson(JsonLayout.MINIFIED)))
                .contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Ref\":\"Unknown\"}",
                "{\"Fn::Sub\":\"${Role}/${Unknown}\"}",
                "{\"Fn::Sub\":[\"${a}\",{\"a\":\"b\"}]}",
                "{\"Fn::GetAtt\":[\"Role\",\"Arn\"]}",
                "[\"a\",{\"Ref\":\"Unknown\"}]",
                "{\"a\":{\"b\":[{\"Fn::Join\":[\"\",[]]}]}}"
            })
    void doesNotGuessTheRest(String template) {
        assertThat(resolution.of(JsonValue.parse(template))).isEmpty();
    }
}
