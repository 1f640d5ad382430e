// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class PlainConsoleTest {
    private final StringBuilder log = new StringBuilder();
    private final StackListener listener = StackListener.console(log);

    @Test
    void writesALineForEachEventAndOneAtLeastEveryThirtySecondsOfWaiting() {
        Telling telling = new Telling(listener, StackOperation.CREATE)
                .stack(0, "CREATE_IN_PROGRESS", "User Initiated")
                .resource(2, "Role", "CREATE_IN_PROGRESS");
        for (int second = 2; second <= 95; second++) {
            telling.look(second);
        }
        telling.resource(96, "Role", "CREATE_FAILED", "Access\ndenied \033[31mhere")
                .stack(97, "ROLLBACK_IN_PROGRESS")
                .stack(99, "ROLLBACK_COMPLETE")
                .end("ROLLBACK_COMPLETE");

        assertThat(log.toString()).isEqualToNormalizingNewlines("""
                        Creating stack dkp
                            0 s  dkp                                   CREATE_IN_PROGRESS  User Initiated
                            2 s  Role                                  CREATE_IN_PROGRESS
                           32 s  dkp                                   still CREATE_IN_PROGRESS, 0 of 1 resources done; Role CREATE_IN_PROGRESS for 30 s
                           62 s  dkp                                   still CREATE_IN_PROGRESS, 0 of 1 resources done; Role CREATE_IN_PROGRESS for 60 s
                           92 s  dkp                                   still CREATE_IN_PROGRESS, 0 of 1 resources done; Role CREATE_IN_PROGRESS for 90 s
                           96 s  Role                                  CREATE_FAILED  Access denied [31mhere
                           97 s  dkp                                   ROLLBACK_IN_PROGRESS
                           99 s  dkp                                   ROLLBACK_COMPLETE
                        Stack dkp is ROLLBACK_COMPLETE after 99 s
                        """);
    }

    @Test
    void startsEachOperationAnew() {
        new Telling(listener, StackOperation.DELETE)
                .stack(500, "DELETE_COMPLETE")
                .look(40)
                .end("DELETE_COMPLETE");
        new Telling(listener, StackOperation.CREATE)
                .look(60)
                .look(62)
                .stack(900, "CREATE_COMPLETE")
                .end("CREATE_COMPLETE");

        assertThat(log.toString()).isEqualToNormalizingNewlines("""
                        Deleting stack dkp
                            0 s  dkp                                   DELETE_COMPLETE
                        Stack dkp is DELETE_COMPLETE after 0 s
                        Creating stack dkp
                            2 s  dkp                                   CREATE_COMPLETE
                        Stack dkp is CREATE_COMPLETE after 2 s
                        """);
    }

    @Test
    void showsThatItWaitsWhereEventsMayNotBeRead() {
        new Telling(listener, StackOperation.READ).look(0).look(29).look(31).giveUp("no time left");

        assertThat(log.toString()).isEqualToNormalizingNewlines("""
                        Waiting for the operation in flight on stack dkp
                           31 s  dkp                                   still waiting
                        Followed no longer after 31 s: no time left
                        """);
    }

    @Test
    void neverShowsATimeBeforeWhatHasHappened() {
        new Telling(listener, StackOperation.UPDATE)
                .stack(0, "UPDATE_IN_PROGRESS")
                .stack(400, "UPDATE_IN_PROGRESS") // an operation that is taken up again is read from its start
                .look(1)
                .look(31);

        assertThat(log.toString()).contains("  430 s  dkp                                   still UPDATE_IN_PROGRESS");
    }

    @Test
    void saysThatItCannotWrite() {
        Appendable full = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                return append(text);
            }

            @Override
            public Appendable append(char c) throws IOException {
                return append(String.valueOf(c));
            }
        };

        assertThatThrownBy(() -> new Telling(StackListener.console(full), StackOperation.CREATE))
                .isInstanceOf(UncheckedIOException.class);
    }
}
