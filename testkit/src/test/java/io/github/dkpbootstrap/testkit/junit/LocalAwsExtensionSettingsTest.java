// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.testkit.LocalAws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LocalAwsExtensionSettingsTest {
    @RegisterExtension
    final LocalAwsExtension local = LocalAwsExtension.with(builder -> builder.region("eu-central-1"));

    @Test
    void takesSettings(LocalAws aws) {
        assertThat(aws.region()).isEqualTo("eu-central-1");
    }
}
