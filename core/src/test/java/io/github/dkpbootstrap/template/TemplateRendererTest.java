// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.DkpBootstrap;
import io.github.dkpbootstrap.InvalidBootstrapSpecException;
import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class TemplateRendererTest {
    private static final BootstrapSpec VENDORS = BootstrapSpec.builder()
            .accountId(VendorTemplate.ACCOUNT)
            .outputs(BootstrapSpec.Outputs.OMITTED)
            .build();

    @Test
    void isTheVendorsTemplateWithTheAccountFilledIn() {
        JsonValue vendors = JsonValue.parse(VendorTemplate.json());

        assertThat(DkpBootstrap.template(VENDORS).tree()).isEqualTo(vendors);
        assertThat(JsonValue.parse(DkpBootstrap.template(VENDORS).json(JsonLayout.PRETTY)))
                .isEqualTo(vendors);
        assertThat(TemplateText.read(DkpBootstrap.template(VENDORS).yaml())).contains(vendors);
    }

    @Test
    void readsTheSameToYaml11AndYaml12() {
        String yaml = DkpBootstrap.template(BootstrapSpec.defaults()).yaml();

        Object yaml11 = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        Object yaml12 = new Load(LoadSettings.builder().build()).loadFromString(yaml);

        assertThat(yaml11).isEqualTo(yaml12);
    }

    @Test
    void isTheSameToTheByteEachTime() {
        BootstrapSpec spec = BootstrapSpec.defaults();

        assertThat(DkpBootstrap.template(spec).yaml())
                .isEqualTo(DkpBootstrap.template(spec).yaml());
        assertThat(DkpBootstrap.template(spec).yaml())
                .startsWith(
                        "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  AWSIAMInstanceProfileDKPBootstrapper:\n")
                .doesNotContain("&id", "\r")
                .endsWith("\n");
    }

    @Test
    void speaksOfTheStacksOwnAccountUnlessOneIsNamed() {
        assertThat(DkpBootstrap.template(BootstrapSpec.defaults()).json(JsonLayout.MINIFIED))
                .contains("{\"AWS\":{\"Fn::Sub\":\"arn:${AWS::Partition}:iam::${AWS::AccountId}:root\"}}");
    }

    @Test
    void namesThePartitionThatTheSpecNames() {
        Template china = DkpBootstrap.template(BootstrapSpec.builder()
                .accountId(VendorTemplate.ACCOUNT)
                .partition("aws-cn")
                .build());

        assertThat(china.trust().toJson(JsonLayout.MINIFIED))
                .contains("\"arn:aws-cn:iam::123456789012:root\"", "\"ec2.amazonaws.com.cn\"");
    }

    @Test
    void givesTheNamesOfTheSpecToTheResources() {
        String yaml = DkpBootstrap.template(BootstrapSpec.builder()
                        .roleName("r-1")
                        .policyName("p-1")
                        .instanceProfileName("i-1")
                        .build())
                .yaml();

        assertThat(yaml).contains("RoleName: r-1\n", "ManagedPolicyName: p-1\n", "InstanceProfileName: i-1\n");
    }

    @Test
    void attachesThePolicyInTheOrderOfNamesWhateverTheSpecsOrderIs() {
        BootstrapSpec spec = BootstrapSpec.builder()
                .addPolicyUsers("zoe", "alice")
                .addPolicyGroups("team", "admins")
                .build();
        BootstrapSpec turned = BootstrapSpec.builder()
                .addPolicyGroups("admins", "team")
                .addPolicyUsers("alice", "zoe")
                .build();

        assertThat(DkpBootstrap.template(spec).json(JsonLayout.MINIFIED))
                .contains(
                        "\"Description\":\"Minimal policy to create dkp clusters in AWS\",\"Groups\":[\"admins\",\"team\"],",
                        "\"Roles\":[{\"Ref\":\"DKPBootstrapRole\"}],\"Users\":[\"alice\",\"zoe\"]}");
        assertThat(DkpBootstrap.template(turned).yaml())
                .isEqualTo(DkpBootstrap.template(spec).yaml());
    }

    @Test
    void saysThatSoManyUsersFindNoPlaceInATemplate() {
        BootstrapSpec.Builder spec = BootstrapSpec.builder();
        for (int user = 0; user < 1_000; user++) {
            spec.addPolicyUsers("a-long-name-of-a-user-of-whom-there-are-a-thousand-%04d".formatted(user));
        }
        BootstrapSpec crowd = spec.build();

        assertThatThrownBy(() -> DkpBootstrap.template(crowd))
                .isInstanceOf(InvalidBootstrapSpecException.class)
                .hasMessageContaining("AWS takes 51200 bytes at most");
    }

    @Test
    void hasTheArnsAsOutputsUnlessTheyAreSwitchedOff() {
        assertThat(DkpBootstrap.template(BootstrapSpec.defaults()).yaml())
                .contains("Outputs:", "RoleArn:", "PolicyArn:", "InstanceProfileArn:");
        assertThat(DkpBootstrap.template(VENDORS).yaml()).doesNotContain("Outputs:");
    }

    @Test
    void staysWithinAwsLimits() {
        Template template = DkpBootstrap.template(BootstrapSpec.defaults());

        assertThat(template.permissions().quotaCharacters()).isEqualTo(3_450);
        assertThat(DkpBootstrap.template(VENDORS).trust().quotaCharacters()).isEqualTo(231);
        assertThat(template.bodyBytes()).isLessThan(Template.MAX_BODY_BYTES);
    }

    @Test
    void saysWhichLimitASizeBreaks() {
        assertThatThrownBy(() -> SizeChecks.fits("policy", 6_145, 6_144, "characters"))
                .isInstanceOf(InvalidBootstrapSpecException.class)
                .hasMessage("policy is '6145 characters': AWS takes 6144 characters at most: leave something out");
    }
}
