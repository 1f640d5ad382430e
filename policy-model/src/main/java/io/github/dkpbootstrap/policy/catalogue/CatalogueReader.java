// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a {@linkplain CatalogueFormat catalogue file}, line by line. */
final class CatalogueReader {
    private final Catalogue.Builder catalogue = Catalogue.builder();
    private final List<ServiceEntry> services = new ArrayList<>();
    private Optional<ServiceReader> service = Optional.empty();
    private boolean ended;

    private CatalogueReader() {}

    static Catalogue read(InputStream in) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        CatalogueReader reader = new CatalogueReader();
        int number = 0;
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                reader.line(number, new Fields(line));
            }
            return reader.build();
        } catch (InvalidCatalogueException e) {
            throw (InvalidCatalogueException)
                    new InvalidCatalogueException("Line %d: %s".formatted(number, e.getMessage())).initCause(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue cannot be read", e);
        }
    }

    private Catalogue build() {
        if (!ended) {
            throw new InvalidCatalogueException("it ends without '%s': it was cut off".formatted(CatalogueFormat.END));
        }
        try {
            return catalogue.services(services).build();
        } catch (IllegalStateException e) {
            throw new InvalidCatalogueException("it lacks date or source");
        }
    }

    private void line(int number, Fields fields) {
        String kind = fields.next();
        if (ended) {
            throw new InvalidCatalogueException("text after the end");
        }
        if (number == 1) {
            magic(kind, fields);
            return;
        }
        switch (kind) {
            case CatalogueFormat.DATE -> catalogue.date(date(fields.next()));
            case CatalogueFormat.SOURCE -> catalogue.source(fields.next());
            case CatalogueFormat.GLOBAL ->
                catalogue.addGlobalConditionKeys(CatalogueFormat.key(fields.next(), fields.next()));
            case CatalogueFormat.SERVICE -> startService(fields.next());
            case CatalogueFormat.END -> end(fields);
            default -> service.orElseThrow(() -> unexpected(kind)).line(kind, fields);
        }
    }

    private static void magic(String kind, Fields fields) {
        if (!kind.equals(CatalogueFormat.MAGIC)) {
            throw new InvalidCatalogueException(
                    "this is no catalogue: it does not start with " + CatalogueFormat.MAGIC);
        }
        String version = fields.next();
        if (!version.equals(CatalogueFormat.VERSION)) {
            throw new InvalidCatalogueException("version %s of the format is not known, only version %s"
                    .formatted(version, CatalogueFormat.VERSION));
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidCatalogueException("'" + text + "' is no date");
        }
    }

    private void startService(String prefix) {
        finishService();
        service = Optional.of(new ServiceReader(prefix));
    }

    private void finishService() {
        service.ifPresent(reader -> services.add(reader.build()));
        service = Optional.empty();
    }

    private void end(Fields fields) {
        finishService();
        int actions = services.stream().mapToInt(s -> s.actions().size()).sum();
        if (fields.number() != services.size() || fields.number() != actions) {
            throw new InvalidCatalogueException("there are %d services and %d actions, which is not what the end says"
                    .formatted(services.size(), actions));
        }
        ended = true;
    }

    static InvalidCatalogueException unexpected(String kind) {
        return new InvalidCatalogueException("a line of the kind '" + kind + "' is not expected here");
    }
}
