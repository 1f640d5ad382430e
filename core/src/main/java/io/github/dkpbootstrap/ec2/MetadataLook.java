// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataEndpointState;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsResponse;

/** Looks how an instance gives out the credentials of its profile. Changes nothing, and never fails. */
final class MetadataLook {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataLook.class);

    private final Ec2Client ec2;
    private final String instanceId;

    MetadataLook(Ec2Client ec2, String instanceId) {
        this.ec2 = ec2;
        this.instanceId = instanceId;
    }

    MetadataAccess access() {
        try {
            MetadataAccess access = ec2.describeInstances(r -> r.instanceIds(instanceId)).reservations().stream()
                    .flatMap(reservation -> reservation.instances().stream())
                    .findFirst()
                    .map(Instance::metadataOptions)
                    .map(MetadataLook::of)
                    .orElse(MetadataAccess.UNKNOWN);
            warn(access);
            return access;
        } catch (SdkException e) { // no answer too: the profile is on the instance all the same
            LOG.warn(
                    "Whether {} allows IMDSv1 could not be read (needs ec2:DescribeInstances): {}",
                    instanceId,
                    e.getMessage());
            return MetadataAccess.UNKNOWN;
        }
    }

    private void warn(MetadataAccess access) {
        if (access == MetadataAccess.IMDSV1_ALLOWED) {
            LOG.warn(
                    "The instance {} gives out credentials by IMDSv1 too: set httpTokens to required (ec2:ModifyInstanceMetadataOptions)",
                    instanceId);
        }
    }

    private static MetadataAccess of(InstanceMetadataOptionsResponse options) {
        if (options.httpEndpoint() == InstanceMetadataEndpointState.DISABLED) {
            return MetadataAccess.DISABLED;
        }
        if (options.httpTokens() == HttpTokensState.REQUIRED) {
            return MetadataAccess.IMDSV2_ONLY;
        }
        return options.httpTokens() == HttpTokensState.OPTIONAL
                ? MetadataAccess.IMDSV1_ALLOWED
                : MetadataAccess.UNKNOWN;
    }
}
