// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.sts.ProfileRefusedException;
import io.github.dkpbootstrap.sts.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.profiles.ProfileFile;

/** What AWS's own readers make of the files: the SDK for Java and, where it is installed, botocore. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PeerReadersTest {
    private static final int RANDOM_FILES = 300;
    private static final List<String> PIECES = List.of(
            "[a]\n",
            "[b]\n",
            "[profile a]\n",
            "# note\n",
            "; [a]\n",
            "\n",
            "aws_access_key_id = old\n",
            "AWS_SECRET_ACCESS_KEY=old\n",
            "aws_session_token = old\n",
            "aws_security_token =old\n",
            "region = eu-west-1\n",
            "output = json\n",
            "s3 =\n  addressing_style = path\n\n  region = nested\n",
            "aws_account_id = 1\n");

    @TempDir
    Path folder;

    @Test
    void botocoreAndTheSdkReadWhatWasWritten() throws Exception {
        Programs.assumeBoto3();
        long seed = System.nanoTime();
        System.out.println("PeerReadersTest seed " + seed);
        Random random = new Random(seed);
        int written = 0;
        for (int i = 0; i < RANDOM_FILES; i++) {
            Path file = Files.writeString(folder.resolve(i + ".before"), content(random));
            Path after = Files.copy(file, folder.resolve(i + ".after"));
            try {
                SharedCredentialsFile.of(after).write("a", Samples.KEYS);
                written++;
            } catch (ProfileRefusedException e) {
                Files.delete(after); // [a] begins twice
            }
        }
        assertThat(written).isGreaterThan(RANDOM_FILES / 3);
        Programs.Outcome outcome = Programs.run(
                new ProcessBuilder("python3", "-c", COMPARE, folder.toString(), Integer.toString(written)));
        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        for (int i = 0; i < RANDOM_FILES; i++) {
            compareAsTheSdkReads(folder.resolve(i + ".before"), folder.resolve(i + ".after"));
        }
    }

    /** Section a has our keys and what it had beside; all others are as they were. Files that botocore refuses count too. */
    private static final String COMPARE = """
            import sys, os, botocore.configloader as c, botocore.exceptions as e
            folder, read, refused = sys.argv[1], 0, 0
            ours = ("aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_security_token", "aws_account_id")
            for name in os.listdir(folder):
                if not name.endswith(".after"): continue
                try: before = c.raw_config_parse(os.path.join(folder, name[:-6] + ".before"))
                except e.ConfigParseError: before = None
                try: after = c.raw_config_parse(os.path.join(folder, name))
                except e.ConfigParseError:
                    assert before is None, name
                    refused += 1
                    continue
                a = after["a"]
                assert (a["aws_access_key_id"], a["aws_secret_access_key"]) == ("AKIANEW", "new/+="), name
                assert [k for k in a if k in ours] == [k for k in a if k in ours[:2]], name
                if before is not None:
                    rest = {k: v for k, v in before.get("a", {}).items() if k not in ours}
                    assert {k: v for k, v in a.items() if k not in ours} == rest, name
                    others = {k: v for k, v in before.items() if k != "a"}
                    assert {k: v for k, v in after.items() if k != "a"} == others, name
                read += 1
            print(read, "read", refused, "refused")
            assert read + refused == int(sys.argv[2]) and read > 20
            """;

    private static void compareAsTheSdkReads(Path before, Path after) throws IOException {
        if (!Files.exists(after)) {
            return;
        }
        Map<String, Map<String, String>> old = profiles(before);
        Map<String, Map<String, String>> fresh = profiles(after);
        assertThat(fresh.get("a"))
                .containsEntry("aws_access_key_id", "AKIANEW")
                .containsEntry("aws_secret_access_key", "new/+=")
                .doesNotContainKeys("aws_session_token", "aws_security_token", "aws_account_id");
        old.remove("a");
        fresh.remove("a");
        assertThat(fresh).isEqualTo(old);
    }

    private static String content(Random random) {
        StringBuilder content = new StringBuilder(random.nextBoolean() ? "[b]\n" : "[a]\n");
        for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
            content.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        String text = random.nextInt(4) == 0 ? content.toString().replace("\n", "\r\n") : content.toString();
        return random.nextInt(4) == 0 ? text.stripTrailing() : text;
    }

    private static Map<String, Map<String, String>> profiles(Path file) {
        return ProfileFile.builder()
                .type(ProfileFile.Type.CREDENTIALS)
                .content(file)
                .build()
                .profiles()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().properties()));
    }
}
