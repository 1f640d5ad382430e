// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

/** How a {@linkplain StackListener#console(ConsoleStyle) console listener} shows an operation. */
public enum ConsoleStyle {
    /**
     * {@link #LIVE} where standard output is a terminal that a person looks at, {@link #PLAIN} everywhere else: where it is
     * redirected or standard input is, where a launcher such as Maven has replaced {@code System.out} by one that may change
     * what is written, where {@code NO_COLOR}, {@code CI} (other than {@code false}) or
     * {@code TERM=dumb} is set, where {@code TERM} is missing, and in a console of Windows that does not say that it
     * understands escape sequences.
     */
    DETECTED,
    /**
     * A line for each event, without escape sequences: the seconds since the operation's first event, the resource, its
     * status, AWS's reason in full. A line at least every 30 seconds of waiting, so that a CI sees that it goes on.
     */
    PLAIN,
    /**
     * A line for each resource that has ended: how long that took, its status, its id, and AWS's reason in full on lines
     * of its own. Below them, redrawn in place, what is in flight and for how long, and how far the whole is. As wide as
     * the window: {@code COLUMNS}, else what {@code stty} says, else 80. In colour unless {@code NO_COLOR} is set
     * (<a href="https://no-color.org">no-color.org</a>). No mode of the terminal stays changed, not even by a process that
     * is killed.
     */
    LIVE
}
