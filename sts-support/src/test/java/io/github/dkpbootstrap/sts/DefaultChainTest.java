// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dkpbootstrap.testkit.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;

/** The SDK's default chain as the source, and the client that a session makes, each as it is in earnest. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DefaultChainTest {
    private final Map<String, @Nullable String> before = new HashMap<>();

    @TempDir
    private Path directory;

    @AfterEach
    void restore() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void aProfileThatChangesCountsFromTheNextRefreshOn() throws IOException {
        assumeTrue(System.getenv("AWS_ACCESS_KEY_ID") == null, "AWS_ACCESS_KEY_ID is set and outranks profiles");
        Path file = directory.resolve("credentials");
        set("aws.sharedCredentialsFile", file.toString());
        set("aws.configFile", directory.resolve("config").toString());
        set("aws.profile", "mine");
        FakeSts sts = new FakeSts(new VirtualClock());
        VirtualClock clock = new VirtualClock();
        try (DkpSession session = DkpSession.builder()
                .roleArn(SessionBench.ROLE)
                .clock(clock)
                .ownClient(() -> Region.EU_CENTRAL_1, region -> sts)
                .build()) {
            for (String key : new String[] {"AKIAFIRST", "AKIASECOND"}) {
                Files.writeString(file, "[mine]\naws_access_key_id=%s\naws_secret_access_key=hush\n".formatted(key));
                session.invalidate();
                session.issued();
            }
        }
        assertThat(sts.assumedBy).containsExactly("AKIAFIRST", "AKIASECOND");
    }

    @Test
    void theClientThatASessionMakesSignsWithTheSource() {
        try (LocalAws aws = LocalAws.builder().start()) {
            set("aws.endpointUrlSts", aws.endpoint().toString());
            set("aws.accessKeyId", aws.administrator().accessKeyId());
            set("aws.secretAccessKey", aws.administrator().secretAccessKey());
            try (DkpSession session = DkpSession.builder()
                    .roleArn("arn:aws:iam::" + aws.accountId() + ":role/none")
                    .region(Region.of(aws.region()))
                    .duration(Duration.ofHours(1))
                    .build()) {
                assertThatThrownBy(session::issued)
                        .isInstanceOf(UnableToAssumeRoleException.class)
                        .hasMessageContainingAll("AccessDenied", ":user/administrator", "Likely causes");
            }
        }
    }

    @Test
    void withoutCredentialsItSaysWhatToDo() {
        assumeTrue(System.getenv("AWS_ACCESS_KEY_ID") == null, "AWS_ACCESS_KEY_ID is set");
        assumeTrue(System.getenv("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") == null, "a container has credentials");
        set("aws.sharedCredentialsFile", directory.resolve("none").toString());
        set("aws.configFile", directory.resolve("none").toString());
        set("aws.disableEc2Metadata", "true");
        try (DkpSession session = DkpSession.builder()
                .roleArn(SessionBench.ROLE)
                .region(Region.EU_CENTRAL_1)
                .build()) {
            assertThatThrownBy(session::issued)
                    .isInstanceOf(UnableToAssumeRoleException.class)
                    .hasMessageContaining("The SDK found no credentials to assume the role with");
        }
    }

    private void set(String name, String value) {
        before.putIfAbsent(name, System.getProperty(name));
        System.setProperty(name, value);
    }
}
