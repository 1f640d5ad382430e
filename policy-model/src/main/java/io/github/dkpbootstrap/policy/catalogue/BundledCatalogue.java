// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The catalogue in this library. This class is initialised, and the data are read, by the first use. */
final class BundledCatalogue {
    static final String RESOURCE = "catalogue.txt";

    private static final Catalogue CATALOGUE = load();

    private BundledCatalogue() {}

    static Catalogue get() {
        return CATALOGUE;
    }

    private static Catalogue load() {
        try (InputStream in = Objects.requireNonNull(BundledCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return CatalogueReader.readLazily(Catalogue.text(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue in this library cannot be read", e);
        }
    }
}
