// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.policy.JsonLayout;
import org.junit.jupiter.api.Test;

class TemplateComparisonTest {
    private static final BootstrapSpec SPEC =
            BootstrapSpec.builder().outputs(BootstrapSpec.Outputs.OMITTED).build();
    private final TemplateComparison comparison = TemplateComparison.in(VendorTemplate.ACCOUNT, "aws");
    private final Template template = TemplateRenderer.render(SPEC);

    @Test
    void findsThePagesTemplateTheSameThoughItsVersionsHaveNoQuotesAndItsAccountIsLiteral() {
        assertThat(VendorTemplate.yaml()).contains("Version: 2012-10-17\n", "iam::123456789012:root");
        assertThat(comparison.same(template, VendorTemplate.yaml())).isTrue();
        assertThat(comparison.same(template, VendorTemplate.json())).isTrue();
    }

    @Test
    void findsAnotherAccountDifferent() {
        assertThat(TemplateComparison.in("999999999999", "aws").same(template, VendorTemplate.yaml()))
                .isFalse();
    }

    @Test
    void findsOneActionMoreDifferent() {
        String broader = template.json(JsonLayout.PRETTY)
                .replace("\"ec2:AllocateAddress\"", "\"ec2:AllocateAddress\", \"ec2:*\"");

        assertThat(comparison.same(template, broader)).isFalse();
    }

    @Test
    void readsShortFormsOfIntrinsics() {
        String shortForms = template.yaml()
                .replace("- Ref: DKPBootstrapRole", "- !Ref DKPBootstrapRole")
                .replaceAll("\n\\s+Fn::Sub: ('[^\n]*')", " !Sub $1");

        assertThat(shortForms).contains("!Ref", "!Sub");
        assertThat(comparison.same(template, shortForms)).isTrue();
    }

    @Test
    void takesTextThatIsNoTemplateForDifferent() {
        assertThat(comparison.same(template, "a: [")).isFalse();
        assertThat(comparison.same(template, "")).isFalse();
        assertThat(comparison.same(template, "{a: 1, a: 2}")).isFalse();
        assertThat(comparison.same(template, "a: &a [*a]")).isFalse();
        assertThat(comparison.same(template, "? [complex, key]\n: value")).isFalse();
    }
}
