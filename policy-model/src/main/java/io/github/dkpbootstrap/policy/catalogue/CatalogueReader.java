// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@linkplain CatalogueFormat catalogue file}: its head at once, its services when they are asked for. */
final class CatalogueReader {
    private static final String SERVICE = '\n' + CatalogueFormat.SERVICE + '\t';
    private static final String END = '\n' + CatalogueFormat.END + '\t';

    private final String text;
    private final int end;

    private CatalogueReader(String text) {
        this.text = text;
        this.end = text.lastIndexOf(END) + 1;
    }

    /** Reads what is wrong in a service only when that service is asked for. */
    static Catalogue readLazily(String text) {
        return new CatalogueReader(text).catalogue();
    }

    /** Reads everything, and so knows that nothing is wrong. */
    static Catalogue read(String text) {
        CatalogueReader reader = new CatalogueReader(text);
        Catalogue catalogue = reader.catalogue();
        reader.checkEnd(catalogue.services());
        return catalogue;
    }

    private Catalogue catalogue() {
        int start = text.indexOf(SERVICE) + 1;
        Lines head = new Lines(text, 0, start > 0 ? start : Math.max(0, end));
        CatalogueHead values = new CatalogueHead();
        try {
            values.read(head);
            if (end == 0 || text.indexOf('\n', end) != text.length() - 1) {
                throw new InvalidCatalogueException(
                        "the line '%s' is not its last: it was cut off".formatted(CatalogueFormat.END));
            }
            return values.catalogue(start > 0 ? services(start) : List.of());
        } catch (InvalidCatalogueException e) {
            throw head.located(e);
        }
    }

    private List<LazyService> services(int first) {
        List<LazyService> services = new ArrayList<>();
        int start = first;
        while (start < end) {
            int feed = text.indexOf(SERVICE, start);
            int stop = feed < 0 ? end : feed + 1;
            services.add(service(start, stop));
            start = stop;
        }
        return services;
    }

    private LazyService service(int start, int stop) {
        Fields first = new Lines(text, start, stop).next();
        first.next();
        return new LazyService(first.next(), () -> {
            Lines lines = new Lines(text, start, stop);
            try {
                return new ServiceReader(lines).read();
            } catch (InvalidCatalogueException e) {
                throw lines.located(e);
            }
        });
    }

    private void checkEnd(List<ServiceEntry> services) {
        Lines lines = new Lines(text, end, text.length());
        try {
            Fields fields = lines.next();
            fields.next();
            int actions = services.stream().mapToInt(s -> s.actions().size()).sum();
            if (fields.number() != services.size() || fields.number() != actions) {
                throw new InvalidCatalogueException("there are %d services and %d actions, which is not what this says"
                        .formatted(services.size(), actions));
            }
        } catch (InvalidCatalogueException e) {
            throw lines.located(e);
        }
    }
}
