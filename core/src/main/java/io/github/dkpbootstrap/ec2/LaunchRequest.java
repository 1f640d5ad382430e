// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import io.github.dkpbootstrap.ec2.InstanceProfileException.Reason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataEndpointState;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Puts the profile on a request for instances. What a launch template says is overridden by what is set here. */
final class LaunchRequest {
    private LaunchRequest() {}

    static RunInstancesRequest.Builder prepared(RunInstancesRequest.Builder builder, ProfileIdentity profile) {
        RunInstancesRequest request = builder.build();
        refuseOther(request.iamInstanceProfile(), profile);
        return builder.iamInstanceProfile(profile.specification())
                .metadataOptions(tokensRequired(request.metadataOptions()));
    }

    /** A repeated call must not start more instances: all its tries carry one token. */
    static RunInstancesRequest once(RunInstancesRequest request) {
        return request.clientToken() == null
                ? request.toBuilder().clientToken("dkp-" + UUID.randomUUID()).build()
                : request;
    }

    private static void refuseOther(@Nullable IamInstanceProfileSpecification named, ProfileIdentity profile) {
        if (named == null || (named.arn() == null && named.name() == null) || profile.is(named)) {
            return;
        }
        throw contradiction("names the instance profile %s, not %s"
                .formatted(named.arn() == null ? named.name() : named.arn(), profile));
    }

    private static InstanceMetadataOptionsRequest tokensRequired(@Nullable InstanceMetadataOptionsRequest options) {
        InstanceMetadataOptionsRequest given =
                options == null ? InstanceMetadataOptionsRequest.builder().build() : options;
        if (given.httpTokens() == HttpTokensState.OPTIONAL) {
            throw contradiction("allows IMDSv1 (httpTokens optional), by which the credentials leak more easily");
        }
        if (given.httpEndpoint() == InstanceMetadataEndpointState.DISABLED) {
            throw contradiction("switches the metadata service off, without which the profile is of no use");
        }
        return given.toBuilder()
                .httpTokens(HttpTokensState.REQUIRED)
                .httpEndpoint(InstanceMetadataEndpointState.ENABLED)
                .build();
    }

    private static InstanceProfileException contradiction(String what) {
        return new InstanceProfileException(
                Reason.CONTRADICTION, "The request for instances %s: leave that out of it".formatted(what), null, null);
    }
}
