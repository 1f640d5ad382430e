// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The vendor's template, with an account in the place of the page's placeholder. */
public final class VendorTemplate {
    /** The account that stands in for the placeholder. */
    public static final String ACCOUNT = "123456789012";

    private VendorTemplate() {}

    /** Returns the template as JSON. */
    public static String json() {
        return read("/vendor-template.json").replace("MYAWSACCOUNT", ACCOUNT);
    }

    /** Returns the template as YAML as it stands on the page: its versions without quotes. */
    public static String yaml() {
        return read("/vendor-template.yaml").replace("MYAWSACCOUNT", ACCOUNT).replaceAll("'(20[0-9-]+)'", "$1");
    }

    private static String read(String resource) {
        try (InputStream in = VendorTemplate.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
