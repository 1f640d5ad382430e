// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/**
 * A user or a group of the account, to which the managed policy can be attached. Its name is checked as IAM does. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM names and quotas</a>
 */
public sealed interface PolicyHolder {
    /** Returns the name, without path. IAM tells names apart without regard to case. */
    String name();

    /** Returns the name with what it is, for people: {@code the user alice}. */
    String describe();

    /**
     * Returns the user of this name.
     *
     * @throws InvalidBootstrapSpecException if it is no name of a user: 64 characters of {@code [A-Za-z0-9_+=,.@-]} at most
     */
    static PolicyHolder user(String name) {
        return new User(name);
    }

    /**
     * Returns the group of this name.
     *
     * @throws InvalidBootstrapSpecException if it is no name of a group: 128 characters of {@code [A-Za-z0-9_+=,.@-]} at
     *     most
     */
    static PolicyHolder group(String name) {
        return new Group(name);
    }

    /**
     * A user.
     *
     * @param name its name
     */
    record User(String name) implements PolicyHolder {
        /** Checks the name. */
        public User {
            SpecChecks.userName("user", name);
        }

        @Override
        public String describe() {
            return "the user " + name;
        }
    }

    /**
     * A group, with all the users who are or will be in it.
     *
     * @param name its name
     */
    record Group(String name) implements PolicyHolder {
        /** Checks the name. */
        public Group {
            SpecChecks.groupName("group", name);
        }

        @Override
        public String describe() {
            return "the group " + name;
        }
    }
}
