// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

/**
 * The root user of a {@link LocalAws}, as far as other people's programs see it: GetAccountSummary tells whether it has
 * access keys, a password and an MFA device. It has both and no keys, as AWS wants it, until a test says otherwise. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html">Root user best
 *     practices</a>
 */
public final class LocalRoot {
    private final World world;

    LocalRoot(World world) {
        this.world = world;
    }

    /**
     * Creates an access key of the root user, which may do everything but assume roles. Not limited to two, as AWS limits
     * them.
     */
    public AccessKeys createAccessKey() {
        return LocalAws.keys(world.people(People::createRootKey));
    }

    /** Deletes all access keys of the root user. */
    public void deleteAccessKeys() {
        world.people(people -> {
            people.deleteRootKeys();
            return people;
        });
    }

    /** Gives the root user an MFA device. */
    public void enableMfa() {
        setMfa(true);
    }

    /** Takes the root user's MFA device away. */
    public void disableMfa() {
        setMfa(false);
    }

    /** Takes the root user's password away, as an organization can do: nobody can sign in as the root user then. */
    public void deletePassword() {
        world.people(people -> {
            people.deleteRootPassword();
            return people;
        });
    }

    private void setMfa(boolean enabled) {
        world.people(people -> {
            people.setRootMfa(enabled);
            return people;
        });
    }
}
