// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.utils.StringInputStream;

/**
 * The metadata service of the EC2 instance that this process runs on, in version 2 only: where it gives no token, nothing
 * is asked without one, which a proxy or a forged request on the host could do too.
 *
 * <p>What the user configured counts: {@code AWS_EC2_METADATA_DISABLED}, the endpoint and its mode, the time-out; and so
 * does {@code AWS_EC2_METADATA_V1_DISABLED=false}, by which version 1 is asked for by name.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html">Use the
 *     instance metadata service</a>
 */
final class InstanceMetadata implements AwsCredentialsProvider {
    private static final String STAND_IN = "dkp-bootstrap-metadata";

    /** Asks the service anew, each time: the session keeps what it gets. Where there is none it fails within seconds. */
    @Override
    public AwsCredentials resolveCredentials() {
        try (InstanceProfileCredentialsProvider provider = InstanceProfileCredentialsProvider.builder()
                .profileFile(InstanceMetadata::versionTwoOnly)
                .profileName(profileName())
                .build()) {
            return provider.resolveCredentials();
        }
    }

    /** Returns the user's profiles as they are now, the one of {@link #profileName} with version 1 switched off. */
    static ProfileFile versionTwoOnly() {
        return ProfileFile.aggregator() // the first file outranks those after it
                .addFile(versionTwoOnly(profileName()))
                .addFile(ProfileFile.defaultProfileFile())
                .build();
    }

    /** Returns the user's present profile, or another where the SDK passes over one of that name, as of one with a space. */
    static String profileName() {
        return profileName(ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow());
    }

    static String profileName(String wanted) {
        boolean oneLine = wanted.chars().noneMatch(Character::isISOControl);
        return oneLine && versionTwoOnly(wanted).profile(wanted).isPresent() ? wanted : STAND_IN;
    }

    private static ProfileFile versionTwoOnly(String profile) {
        return ProfileFile.builder()
                .content(new StringInputStream(
                        "[profile " + profile + "]\n" + ProfileProperty.EC2_METADATA_V1_DISABLED + " = true\n"))
                .type(ProfileFile.Type.CONFIGURATION)
                .build();
    }

    @Override
    public String toString() {
        return "the instance profile of this host";
    }
}
