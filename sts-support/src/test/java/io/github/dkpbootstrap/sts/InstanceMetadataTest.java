// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.profiles.ProfileProperty;

/** Version 1 of the metadata service is switched off whatever the user's profile is called. */
class InstanceMetadataTest {
    @Test
    void versionOneIsSwitchedOffInTheProfileThatIsUsed() {
        assertThat(InstanceMetadata.versionTwoOnly().profile(InstanceMetadata.profileName()))
                .hasValueSatisfying(
                        profile -> assertThat(profile.booleanProperty(ProfileProperty.EC2_METADATA_V1_DISABLED))
                                .contains(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "x", "my-profile", "a.b@c/d"})
    void theUsersProfileIsUsed(String name) {
        assertThat(InstanceMetadata.profileName(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my profile", "a\"b", "a]b", "a\nb"})
    void anotherIsUsedWhereTheSdkPassesOverIt(String name) {
        assertThat(InstanceMetadata.profileName(name)).isEqualTo("dkp-bootstrap-metadata");
    }
}
