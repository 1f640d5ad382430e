// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.function.Function;

/** Where the clients for a call of a verb come from: the user's own, or fresh ones that are closed after the call. */
interface ClientSource {
    /** Works with clients. */
    <T> T use(Function<BootstrapClients, T> work);

    /** Returns the source of clients that are the user's. */
    static ClientSource of(BootstrapClients clients) {
        return new ClientSource() {
            @Override
            public <T> T use(Function<BootstrapClients, T> work) {
                return work.apply(clients);
            }
        };
    }
}
