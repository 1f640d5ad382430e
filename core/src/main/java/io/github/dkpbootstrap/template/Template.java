// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.nio.charset.StandardCharsets;
import org.immutables.value.Value;

/**
 * A rendered CloudFormation template, with the two policies that it holds. All its forms come from one tree: what is
 * printed is what is deployed, and equal specs give equal bytes. Immutable and thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">Template
 *     anatomy</a>
 */
@ValueStyle
@Value.Immutable
public interface Template {
    /** The most bytes that CloudFormation takes as a template in a call: 51,200. */
    int MAX_BODY_BYTES = 51_200;

    /** Returns the template as a tree. */
    JsonValue tree();

    /** Returns the managed policy: what the role may do. */
    PolicyDocument permissions();

    /** Returns the trust policy: who may assume the role. */
    PolicyDocument trust();

    /**
     * Returns the template as YAML, each string quoted that a YAML 1.1 or 1.2 reader could take for anything else. Ends
     * with a line feed.
     */
    @Value.Lazy
    default String yaml() {
        return YamlText.write(tree());
    }

    /** Returns the template as JSON. */
    default String json(JsonLayout layout) {
        return tree().toJson(layout);
    }

    /** Returns the template as it is sent to CloudFormation: its {@link #yaml() YAML}. */
    default String body() {
        return yaml();
    }

    /** Returns the size of {@link #body()} in bytes of UTF-8; CloudFormation takes {@value #MAX_BODY_BYTES} at most. */
    default int bodyBytes() {
        return body().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns a builder; everything is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Template}. Not thread-safe. */
    final class Builder extends ImmutableTemplate.Builder {
        Builder() {}
    }
}
