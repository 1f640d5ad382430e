// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import java.nio.file.Path;

/** A program that writes profiles {@code PREFIX-0}, {@code PREFIX-1}… to a file, or that is killed at a step. */
final class ProfileWriter {
    static final int KILLED = 137;

    private ProfileWriter() {}

    /** Takes the file, the prefix, how many profiles, and perhaps the step at which to end at once. */
    public static void main(String[] arguments) {
        SharedCredentialsFile file = SharedCredentialsFile.watched(Path.of(arguments[0]), step -> {
            if (arguments.length > 3 && step.name().equals(arguments[3])) {
                Runtime.getRuntime().halt(KILLED);
            }
        });
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            file.write(arguments[1] + "-" + i, Samples.SESSION);
        }
    }
}
