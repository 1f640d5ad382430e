// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

/** The two values were made with {@code base64} from the text that clusterawsadm's template gives. */
class EncodedProfileTest {
    private static final String SESSION_VALUE =
            "W2RlZmF1bHRdCmF3c19hY2Nlc3Nfa2V5X2lkID0gQVNJQUlPU0ZPRE5ON0VYQU1QTEUKYXdzX3NlY3JldF9hY2Nlc3Nfa2V5ID0gd0phbHJYVXRuRkVNSS9LN01ERU5HL2JQeFJmaUNZRVhBTVBMRUtFWQpyZWdpb24gPSB1cy13ZXN0LTIKCmF3c19zZXNzaW9uX3Rva2VuID0gSVFvSmIzSnBaMmx1WDJWakVYQU1QTEU9PQoK";
    private static final String KEYS_VALUE =
            "W2RlZmF1bHRdCmF3c19hY2Nlc3Nfa2V5X2lkID0gQUtJQUlPU0ZPRE5ON0VYQU1QTEUKYXdzX3NlY3JldF9hY2Nlc3Nfa2V5ID0gd0phbHJYVXRuRkVNSS9LN01ERU5HL2JQeFJmaUNZRVhBTVBMRUtFWQpyZWdpb24gPSBldS1jZW50cmFsLTEKCg==";

    private static final IssuedCredentials KEYS = IssuedCredentials.builder()
            .accessKeyId("AKIAIOSFODNN7EXAMPLE")
            .secretAccessKey("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
            .region(Region.EU_CENTRAL_1)
            .build();
    private static final IssuedCredentials SESSION = KEYS.toBuilder()
            .accessKeyId("ASIAIOSFODNN7EXAMPLE")
            .sessionToken("IQoJb3JpZ2luX2VjEXAMPLE==")
            .expiration(Instant.parse("2026-11-24T11:00:00Z"))
            .region(Region.US_WEST_2)
            .build();

    private final VirtualClock clock = new VirtualClock(); // an hour before the end

    @Test
    void aSessionIsEncodedToTheByte() {
        EncodedProfile encoded = EncodedProfile.of(SESSION, EncodedProfile.DEFAULT_MINIMUM_LIFE, clock);

        assertThat(encoded.value()).isEqualTo(SESSION_VALUE);
        assertThat(encoded.expiration()).contains(Instant.parse("2026-11-24T11:00:00Z"));
    }

    @Test
    void longLivedKeysAreEncodedToTheByteAndHaveNoEnd() {
        EncodedProfile encoded = EncodedProfile.of(KEYS);

        assertThat(encoded.value()).isEqualTo(KEYS_VALUE);
        assertThat(encoded.expiration()).isEmpty();
    }

    @Test
    void credentialsThatEndBeforeTheClusterStandsAreRefused() {
        clock.set(Instant.parse("2026-11-24T10:30:00Z"));
        assertThat(EncodedProfile.of(SESSION, EncodedProfile.DEFAULT_MINIMUM_LIFE, clock)
                        .value())
                .isEqualTo(SESSION_VALUE);

        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> EncodedProfile.of(SESSION, EncodedProfile.DEFAULT_MINIMUM_LIFE, clock))
                .isInstanceOfSatisfying(CredentialsExpireTooSoonException.class, e -> {
                    assertThat(e.remaining()).isEqualTo(Duration.ofSeconds(1799));
                    assertThat(e.required()).isEqualTo(Duration.ofMinutes(30));
                })
                .hasMessageStartingWith(
                        "The credentials last 29 min 59 s more, until 2026-11-24T11:00:00Z, and 30 min 0 s")
                .hasMessageContaining("session.invalidate()")
                .hasMessageNotContaining("wJalr");
        assertThat(EncodedProfile.of(SESSION, Duration.ofMinutes(5), clock).value())
                .isEqualTo(SESSION_VALUE);
    }

    @Test
    void credentialsThatHaveEndedAreRefusedWhateverIsAskedFor() {
        clock.set(Instant.parse("2026-11-24T11:00:00Z"));

        assertThatThrownBy(() -> EncodedProfile.of(SESSION, Duration.ZERO, clock))
                .isInstanceOf(CredentialsExpireTooSoonException.class)
                .hasMessageContaining("ended 0 min 0 s ago, at 2026-11-24T11:00:00Z");
        assertThatThrownBy(() -> EncodedProfile.of(SESSION)) // by the system's clock, which is later
                .isInstanceOf(CredentialsExpireTooSoonException.class);
    }

    @Test
    void noRegionIsAssumed() {
        IssuedCredentials unknown = KEYS.toBuilder().region(Optional.empty()).build();

        assertThatThrownBy(() -> EncodedProfile.of(unknown))
                .isInstanceOf(UnableToResolveRegionException.class)
                .hasMessageContaining("toBuilder().region(");
    }

    @Test
    void aPartThatWouldReadOtherwiseIsRefused() {
        assertThatThrownBy(() -> EncodedProfile.of(
                        KEYS.toBuilder().secretAccessKey("hush #x").build()))
                .isInstanceOf(UnexportableCredentialsException.class)
                .hasMessageContaining("aws_secret_access_key")
                .hasMessageNotContaining("hush");
    }

    @Test
    void isExportedByEachShellAndToAProcess() {
        EncodedProfile encoded = EncodedProfile.of(KEYS);
        Map<String, String> environment = new HashMap<>();
        encoded.exportTo(environment);

        assertThat(encoded.exportLines(Shell.POSIX))
                .containsExactly("export AWS_B64ENCODED_CREDENTIALS='" + KEYS_VALUE + "'");
        assertThat(encoded.exportLines(Shell.FISH))
                .containsExactly("set -gx AWS_B64ENCODED_CREDENTIALS '" + KEYS_VALUE + "'");
        assertThat(encoded.exportLines(Shell.POWERSHELL))
                .containsExactly("$Env:AWS_B64ENCODED_CREDENTIALS = '" + KEYS_VALUE + "'");
        assertThat(encoded.exportLines(Shell.CMD))
                .containsExactly("set \"AWS_B64ENCODED_CREDENTIALS=" + KEYS_VALUE + "\"");
        assertThat(environment).containsExactly(Map.entry("AWS_B64ENCODED_CREDENTIALS", KEYS_VALUE));
    }

    @Test
    void showsNoSecret() {
        EncodedProfile encoded = EncodedProfile.of(KEYS);

        assertThat(encoded.toString()).doesNotContain(KEYS_VALUE).contains("****");
        assertThat(encoded.maskedExportLines(Shell.POSIX)).containsExactly("export AWS_B64ENCODED_CREDENTIALS='****'");
    }

    @Test
    void aSessionWhoseEndIsNotKnownIsRefusedUnlessNoLifeIsAskedFor() {
        IssuedCredentials unknown =
                SESSION.toBuilder().expiration(Optional.empty()).build();

        assertThatThrownBy(() -> EncodedProfile.of(unknown))
                .isInstanceOf(CredentialsExpireTooSoonException.class)
                .hasMessageContaining("it is not known when")
                .hasMessageContaining("toBuilder().expiration(..)");
        assertThat(EncodedProfile.of(unknown, Duration.ZERO).expiration()).isEmpty();
    }
}
