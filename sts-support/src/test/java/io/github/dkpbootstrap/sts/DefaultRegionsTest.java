// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;

class DefaultRegionsTest {
    private static final AwsRegionProvider NONE = () -> {
        throw SdkClientException.create("nothing here");
    };

    @Test
    void findsWhatTheVendorsPageExports() {
        assertThat(regions(NONE, "us-west-2", NONE).getRegion()).isEqualTo(Region.US_WEST_2);
    }

    @Test
    void settingsOutrankTheVariableAndTheVariableOutranksTheProfile() {
        assertThat(regions(() -> Region.EU_WEST_1, "us-west-2", NONE).getRegion())
                .isEqualTo(Region.EU_WEST_1);
        assertThat(regions(NONE, "us-west-2", () -> Region.EU_WEST_1).getRegion())
                .isEqualTo(Region.US_WEST_2);
    }

    @Test
    void fallsBackToTheSdkAndIgnoresABlankVariable() {
        assertThat(regions(NONE, " ", () -> Region.EU_WEST_1).getRegion()).isEqualTo(Region.EU_WEST_1);
    }

    @Test
    void saysWhatToDoWhereNoRegionIsSet() {
        assertThatThrownBy(regions(NONE, "", NONE)::getRegion)
                .isInstanceOf(UnableToResolveRegionException.class)
                .hasMessageContainingAll("AWS_REGION", "AWS_DEFAULT_REGION", "aws.region");
    }

    @Test
    void readsTheSystemPropertyOfThisProcess() {
        String before = System.getProperty("aws.region");
        System.setProperty("aws.region", "ap-south-1");
        try {
            assertThat(DefaultRegions.system().getRegion()).isEqualTo(Region.AP_SOUTH_1);
        } finally {
            if (before == null) {
                System.clearProperty("aws.region");
            } else {
                System.setProperty("aws.region", before);
            }
        }
    }

    private static DefaultRegions regions(AwsRegionProvider first, String variable, AwsRegionProvider rest) {
        return DefaultRegions.of(first, Map.of("AWS_DEFAULT_REGION", variable)::get, rest);
    }
}
