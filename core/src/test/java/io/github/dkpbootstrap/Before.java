// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Does something once, just before a client's first call of an operation. */
final class Before implements ExecutionInterceptor {
    private final String operation;
    private final Runnable deed;
    private boolean done;

    private Before(String operation, Runnable deed) {
        this.operation = operation;
        this.deed = deed;
    }

    /** Returns an interceptor; the operation is named as the SDK does, such as {@code CreateStack}. */
    static Before call(String operation, Runnable deed) {
        return new Before(operation, deed);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (!done && operation.equals(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))) {
            done = true;
            deed.run();
        }
    }
}
