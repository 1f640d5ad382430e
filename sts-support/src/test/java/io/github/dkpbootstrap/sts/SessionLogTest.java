// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class SessionLogTest {
    @Test
    void aLogThatFailsTakesNoCredentialsAway() {
        Logger failing = (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("info")) {
                        throw new IllegalStateException("disk full");
                    }
                    return null;
                });
        try (SessionBench bench = new SessionBench(s -> s.logger(failing))) {
            bench.sts.failIdentity(new IllegalStateException("no answer"));
            assertThat(bench.resolve()).isEqualTo(key(1));
        }
    }
}
