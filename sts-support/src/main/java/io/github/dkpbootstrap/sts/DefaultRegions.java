// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/**
 * Finds the Region as the AWS CLI does: the system property {@code aws.region}, the variable {@code AWS_REGION}, the
 * variable {@code AWS_DEFAULT_REGION}, then the rest of the SDK's default chain (the profile, the instance's metadata).
 * The SDK alone ignores {@code AWS_DEFAULT_REGION}, which many a guide says to export. Thread-safe; nothing is cached.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html">Environment variables</a>
 */
public final class DefaultRegions implements AwsRegionProvider {
    private static final String AWS_DEFAULT_REGION = "AWS_DEFAULT_REGION";

    private final AwsRegionProvider chain;

    private DefaultRegions(AwsRegionProvider chain) {
        this.chain = chain;
    }

    /** Returns the search in the properties, environment and files of this process. */
    public static DefaultRegions system() {
        return of(
                new SystemSettingsRegionProvider(),
                System::getenv,
                DefaultAwsRegionProviderChain.builder().build());
    }

    static DefaultRegions of(
            AwsRegionProvider first, Function<String, @Nullable String> environment, AwsRegionProvider rest) {
        return new DefaultRegions(new AwsRegionProviderChain(first, () -> inEnvironment(environment), rest));
    }

    /**
     * Returns the Region. Where no variable and no profile names one, the instance's metadata is asked over the network.
     *
     * @throws UnableToResolveRegionException if no place names a Region
     */
    @Override
    public Region getRegion() {
        try {
            return chain.getRegion();
        } catch (SdkClientException e) {
            throw new UnableToResolveRegionException(
                    "No Region is set: export AWS_REGION (or " + AWS_DEFAULT_REGION
                            + "), set the system property aws.region, or name a region in the profile",
                    e);
        }
    }

    private static @Nullable Region inEnvironment(Function<String, @Nullable String> environment) {
        String name = environment.apply(AWS_DEFAULT_REGION);
        return name == null || name.isBlank() ? null : Region.of(name.strip());
    }
}
