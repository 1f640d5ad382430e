// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.contract;

import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.TimeMode;
import io.github.dkpbootstrap.testkit.VirtualClock;
import java.util.Set;

class TestkitContractTest extends BootstrapContract {
    @Override
    Peer start() {
        VirtualClock clock = VirtualClock.atPresent();
        return new TestkitPeer(LocalAws.builder().time(TimeMode.virtual(clock)).start(), clock);
    }

    /** The testkit in virtual time: waiting moves its clock. */
    private static final class TestkitPeer extends EndpointPeer {
        private final LocalAws aws;

        TestkitPeer(LocalAws aws, VirtualClock clock) {
            super(
                    aws.endpoint(),
                    aws.region(),
                    keys(aws.administrator().accessKeyId(), aws.administrator().secretAccessKey()),
                    Set.of(),
                    clients -> clients.clock(clock).sleeper(clock::advance));
            this.aws = aws;
        }

        @Override
        public void close() {
            super.close();
            aws.close();
        }
    }
}
