// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Gives CloudFormation clients of other Regions, for the same account. They stay the giver's: they are not closed here. */
@FunctionalInterface
public interface RegionalClients {
    /** Returns a client of {@code region}; the same one each time, if it can be. */
    CloudFormationClient in(Region region);
}
