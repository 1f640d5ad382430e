// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.LocalRequest;
import io.github.dkpbootstrap.testkit.VirtualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalAwsExtension.class)
class LocalAwsExtensionTest {
    private static final Set<LocalAws> SEEN = new HashSet<>();

    private final LocalAws constructed;

    LocalAwsExtensionTest(LocalAws aws) {
        this.constructed = aws;
    }

    @BeforeEach
    void remember(LocalAws aws) {
        assertThat(SEEN.add(aws)).as("is new").isTrue();
        assertThat(aws.endpoint()).isNotNull();
    }

    @AfterAll
    static void areAllClosed() {
        assertThat(SEEN)
                .hasSize(2)
                .allSatisfy(aws -> assertThatThrownBy(() -> new Socket(
                                        InetAddress.getLoopbackAddress(),
                                        aws.endpoint().getPort())
                                .close())
                        .isInstanceOf(IOException.class));
    }

    @Test
    void givesTheSameToTheWholeTest(LocalAws aws, VirtualClock clock) {
        assertThat(aws).isSameAs(constructed).isIn(SEEN);
        clock.advance(Duration.ofHours(1));
        aws.handle(LocalRequest.of("GET", URI.create("/"), Map.of(), new byte[0]));
        assertThat(aws.calls().get(0).time()).isEqualTo(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void givesEachTestItsOwn(LocalAws aws) {
        assertThat(aws).isSameAs(constructed);
    }
}
