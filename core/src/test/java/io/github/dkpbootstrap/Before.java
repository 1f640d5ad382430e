// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.ArrayDeque;
import java.util.Deque;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Does something once, just before a client calls an operation; then the next thing before the next operation. */
final class Before implements ExecutionInterceptor {
    private record Deed(String operation, Runnable what) {}

    private final Deque<Deed> deeds = new ArrayDeque<>();

    private Before() {}

    /** Returns an interceptor; the operation is named as the SDK does, such as {@code CreateStack}. */
    static Before call(String operation, Runnable deed) {
        return new Before().then(operation, deed);
    }

    /** Adds what is done before a later call, once all before is done. */
    Before then(String operation, Runnable deed) {
        deeds.add(new Deed(operation, deed));
        return this;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        Deed next = deeds.peek();
        if (next != null && next.operation().equals(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))) {
            deeds.remove();
            next.what().run();
        }
    }
}
