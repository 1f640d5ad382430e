// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

/** What an operation is called where people read of it. */
final class Headline {
    private Headline() {}

    /** Returns what is begun, such as {@code Creating stack dkp-bootstrapper}. */
    static String of(Progress progress) {
        return switch (progress.operation()) {
                    case CREATE -> "Creating stack ";
                    case UPDATE -> "Updating stack ";
                    case DELETE -> "Deleting stack ";
                    case ROLLBACK -> "Rolling back stack ";
                    case IMPORT -> "Importing resources into stack ";
                    case PLAN -> "Making a change set of stack ";
                    case DRIFT -> "Looking for drift of stack ";
                    case READ -> "Waiting for the operation in flight on stack ";
                }
                + progress.stackName();
    }

    /** Returns how it ended, such as {@code Stack dkp-bootstrapper is CREATE_COMPLETE after 141 s}. */
    static String ended(Progress progress, String status) {
        return "Stack %s is %s after %d s"
                .formatted(progress.stackName(), status, progress.now().toSeconds());
    }

    /** Returns that it is followed no longer, and why. */
    static String abandoned(Progress progress, String why) {
        return "Followed no longer after %d s: %s".formatted(progress.now().toSeconds(), ConsoleText.clean(why));
    }
}
