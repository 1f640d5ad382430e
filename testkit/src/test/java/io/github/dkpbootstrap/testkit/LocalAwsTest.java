// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LocalAwsTest {
    @Test
    void listensOnTheLoopbackInterfaceUntilItIsClosed() throws IOException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        URI endpoint;
        try (LocalAws aws = LocalAws.start()) {
            endpoint = aws.endpoint();
            assertThat(endpoint.getHost()).isEqualTo("127.0.0.1");
            try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
                assertThat(socket.isConnected()).isTrue();
            }
            List<Thread> started = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !before.contains(thread))
                    .collect(Collectors.toList());
            assertThat(started).isNotEmpty().allMatch(Thread::isDaemon);
        }
        assertThatThrownBy(() -> new Socket(endpoint.getHost(), endpoint.getPort()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void playsTheAccountThatItIsGiven() {
        try (LocalAws aws = LocalAws.builder()
                .accountId("210987654321")
                .partition("aws-cn")
                .region("cn-north-1")
                .start()) {
            assertThat(aws.administrator().userArn()).isEqualTo("arn:aws-cn:iam::210987654321:user/administrator");
            assertThat(aws.accountId()).isEqualTo("210987654321");
            assertThat(aws.region()).isEqualTo("cn-north-1");
            assertThat(aws.partition()).isEqualTo("aws-cn");
        }
    }

    @Test
    void refusesSettingsThatAwsDoesNotHave() {
        assertThatThrownBy(() -> LocalAws.builder().accountId("MYAWSACCOUNT"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'MYAWSACCOUNT' is no account id");
        assertThatThrownBy(() -> LocalAws.builder().region("Virginia")).hasMessage("'Virginia' is no Region");
        assertThatThrownBy(() -> LocalAws.builder().pageSize(0)).hasMessage("A page holds 1 to 1000 items, not 0");
        assertThatThrownBy(() -> TimeMode.scaled(0)).hasMessage("A factor of time must be 1 to 100000, not 0");
    }

    @Test
    void movesVirtualTimeForwardOnly() {
        VirtualClock clock = VirtualClock.at(Instant.EPOCH);
        VirtualClock elsewhere = clock.withZone(ZoneId.of("Europe/Berlin"));
        clock.advance(Duration.ofMinutes(2));
        assertThat(elsewhere.instant()).isEqualTo("1970-01-01T00:02:00Z");
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
