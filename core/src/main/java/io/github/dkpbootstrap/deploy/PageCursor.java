// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The place in an answer of many pages. An answer that never ends, or turns in a circle, is none of AWS's and is refused. Not
 * thread-safe.
 */
public final class PageCursor {
    private static final int MOST_PAGES = 1_000;

    private final String what;
    private final Set<String> seen = new HashSet<>();
    private @Nullable String token;

    /** Creates a cursor at the first page; {@code what} is what is listed, for people. */
    public PageCursor(String what) {
        this.what = what;
    }

    /** Returns the token of the page to read; null for the first. */
    public @Nullable String token() {
        return token;
    }

    /**
     * Goes to the next page; returns whether there is one.
     *
     * @throws SdkClientException if that page was read already, or there are more than a thousand
     */
    public boolean advance(@Nullable String next) {
        token = next;
        if (next == null) {
            return false;
        }
        if (!seen.add(next) || seen.size() > MOST_PAGES) {
            throw SdkClientException.create(
                    "The list of %s does not end: AWS, or something in its place, gives page after page"
                            .formatted(what));
        }
        return true;
    }
}
