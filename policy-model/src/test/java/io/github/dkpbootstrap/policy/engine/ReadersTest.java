// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {
    @ParameterizedTest
    @CsvSource({
        "2024,                                2024-01-01T00:00:00Z",
        "2024-02-29,                          2024-02-29T00:00:00Z",
        "1969-12-31T23:59:59.5Z,              1969-12-31T23:59:59.5Z",
        "0000-03-01T00:00+18:00,              0000-02-29T06:00:00Z",
        "2024-06-30T23:59:59.000000001-01:30, 2024-07-01T01:29:59.000000001Z",
        "99999,                               1970-01-02T03:46:39Z"
    })
    void readMoments(String text, Instant moment) {
        assertThat(MomentText.read(text)).contains(new Moment(moment.getEpochSecond(), moment.getNano()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023-02-29",
                "1900-02-29",
                "2024-13",
                "2024-01-01T24:00Z",
                "2024-01-01T00:00",
                "2024-1-1",
                "-5",
                "2024-01-01T00:00:00.Z",
                "2024-01-01T00:00+18:01",
                "1234567890123",
                "2024-01-01 ",
                "2024-01-01T00:00:00,5Z"
            })
    void readNoOtherMoments(String text) {
        assertThat(MomentText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-0.50, -0.5", "+1e2, 100", "1E-2, 0.01", "007, 7"})
    void readNumbers(String text, BigDecimal number) {
        assertThat(DecimalText.read(text).orElseThrow()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "1.", ".5", "1e", "1e12345", "0x1", "1 ", "NaN", "1e5.5", "--1"})
    void readNoOtherNumbers(String text) {
        assertThat(DecimalText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,     10.255.0.1,           true",
        "10.0.0.0/8,     11.0.0.1,             false",
        "0.0.0.0/0,      255.255.255.255,      true",
        "10.0.0.3,       10.0.0.3,             true",
        "2001:db8::/65,  2001:db8::7fff:0:0:1, true",
        "2001:db8::/65,  2001:db8::8000:0:0:1, false",
        "::/0,           ::,                   true",
        "1:2:3:4:5:6:7:8/128, 1:2:3:4:5:6:0.7.0.8, true",
        "::/0,           10.0.0.1,             false"
    })
    void readRangesOfAddresses(String range, String address, boolean contained) {
        assertThat(AddressRange.read(range)
                        .orElseThrow()
                        .contains(Address.read(address).orElseThrow()))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.256",
                "010.0.0.1",
                "10.0.0.1.",
                "1.2.3.4::",
                "::1::",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "::12345",
                "::g",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1%eth0",
                "10.0.0.+1"
            })
    void readNoOtherAddresses(String text) {
        assertThat(Address.read(text)).isEmpty();
    }
}
