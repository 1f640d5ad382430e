// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class YamlTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "y",
                "n",
                "Y",
                "yes",
                "No",
                "on",
                "OFF",
                "true",
                "null",
                "Null",
                "~",
                "",
                "=",
                "<<",
                "0o17",
                "017",
                "0x1f",
                "1e3",
                "1:30:00",
                "012345678901",
                "123456789012",
                "2012-10-17",
                "*",
                "&a",
                "!Ref x",
                "a: b",
                "a:",
                "a #b",
                "- a",
                "it's",
                "\"q\"",
                "tab\there",
                "line\nbreak",
                " lead",
                "trail ",
                ".inf",
                "NaN",
                "@a",
                "`a",
                "%a",
                "{a}",
                "[a]",
                "arn:*:iam::*:role/*",
                "ec2:RunInstances",
                "a,b",
                "é",
                "\u0085",
                "2001-01-01T00:00:00Z",
                "12.",
                "1_000"
            })
    void staysTheStringThatItIsForEveryReader(String text) {
        String yaml = YamlText.write(new JsonObject(Map.of("key", JsonValue.of(text))));

        Object expected = Map.of("key", text);
        Object yaml11 = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        Object yaml12 = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        assertThat(yaml11).isEqualTo(expected);
        assertThat(yaml12).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec2:RunInstances", "dkp-bootstrapper-role", "AWS::IAM::Role", "sts:AssumeRole"})
    void leavesWordsWithoutQuotes(String text) {
        assertThat(YamlText.write(new JsonObject(Map.of("key", JsonValue.of(text)))))
                .isEqualTo("key: " + text + "\n");
    }
}
