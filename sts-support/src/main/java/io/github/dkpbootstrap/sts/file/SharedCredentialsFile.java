// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import io.github.dkpbootstrap.sts.IssuedCredentials;
import io.github.dkpbootstrap.sts.ProfileRefusedException;
import io.github.dkpbootstrap.sts.UnexportableCredentialsException;
import io.github.dkpbootstrap.sts.UnwritableCredentialsFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/**
 * The file in which AWS's tools look for the keys of a profile, {@code ~/.aws/credentials}.
 *
 * <pre>{@code
 * SharedCredentialsFile.atDefaultPath().write("dkp", session.issued());
 * }</pre>
 *
 * <p>Of the file, only the keys that hold credentials change, in the one section of the profile: comments, order, blank
 * lines, line endings and all other bytes stay. It is replaced in one step by a file of mode 0600, whatever its mode was
 * before; a directory that is made gets 0700. Symbolic links are followed, and stay. The file keeps its owner (or
 * nothing is written, where only root could see to that), but not its hard links and access control lists. Without POSIX permissions, as on Windows, new files get what their directory gives.
 *
 * <p>Thread-safe. Writers of this class, in any number of processes, wait for each other at {@code FILE.dkp-bootstrap.lock}
 * beside the file, an empty file that stays. Other tools know nothing of that lock: of two that write in the same moment,
 * the later one wins.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">Shared config and credentials files</a>
 */
public final class SharedCredentialsFile {
    private final Path path;
    private final Consumer<Replacement.Step> watcher;

    private SharedCredentialsFile(Path path, Consumer<Replacement.Step> watcher) {
        this.path = path;
        this.watcher = watcher;
    }

    /** Returns the file at this path, which need not be there yet. Nothing is read or written. */
    public static SharedCredentialsFile of(Path path) {
        return watched(path, step -> {});
    }

    /**
     * Returns the file that the SDK for Java reads: the system property {@code aws.sharedCredentialsFile}, the variable
     * {@code AWS_SHARED_CREDENTIALS_FILE}, or else {@code .aws/credentials} in the user's home directory.
     *
     * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html">Location of the shared files</a>
     */
    public static SharedCredentialsFile atDefaultPath() {
        return of(ProfileFileLocation.credentialsFilePath());
    }

    static SharedCredentialsFile watched(Path path, Consumer<Replacement.Step> watcher) {
        return new SharedCredentialsFile(path, watcher);
    }

    /** Returns the path, as it was given. */
    public Path path() {
        return path;
    }

    /**
     * Writes the credentials as this profile. Set are {@code aws_access_key_id}, {@code aws_secret_access_key}, and where
     * they are known {@code aws_session_token}, {@code aws_account_id} and {@code region}; an old token, under its old name
     * {@code aws_security_token} too, and an old account id are removed where there is no new one, an old Region stays. The
     * expiration is not written: no tool of AWS reads one there.
     *
     * @param profile of letters, digits and {@code _ / . % @ : + -}
     * @throws ProfileRefusedException if the name is another, the profile has another source of credentials (such as
     *     {@code role_arn}), begins more than once or with white space around or in its brackets, or has an indented comment behind a key
     *     that is written, or the file begins with a byte order mark; nothing is written
     * @throws UnexportableCredentialsException as {@link IssuedCredentials#toProfileProperties()}; nothing is written
     * @throws UnwritableCredentialsFileException if the file cannot be read or replaced; it is as it was
     */
    public void write(String profile, IssuedCredentials issued) {
        ProfileNames.check(profile);
        Map<String, String> properties = issued.toProfileProperties();
        new FileUpdate(path, watcher).make(text -> text.with(profile, properties));
    }

    /**
     * Removes the credentials of this profile; does nothing where there are none. A section that holds nothing but them and a
     * Region goes as a whole, otherwise its other keys and its comments stay.
     *
     * @throws ProfileRefusedException as {@link #write}, other sources of credentials apart
     * @throws UnwritableCredentialsFileException if the file cannot be read or replaced; it is as it was
     */
    public void remove(String profile) {
        ProfileNames.check(profile);
        new FileUpdate(path, watcher).makeIfThere(text -> text.without(profile));
    }

    /** Returns the path. */
    @Override
    public String toString() {
        return path.toString();
    }
}
