// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import java.util.List;
import java.util.stream.Stream;

/**
 * The faults of one requirement.
 *
 * @param words what is required
 * @param large whether they take so much that they are read by an exporter of their own
 */
record FaultRows(String words, boolean large, List<Fault> faults) {
    /** @param elsewhere a URL that must never be asked */
    static Stream<FaultRows> all(String elsewhere) {
        return Stream.of(
                small("refuses connections, does not resolve: connect, dns", Connecting.FAULTS),
                large("resolves slowly: timeout", List.of(Connecting.RESOLVES_SLOWLY)),
                small("hangs or drips: timeout, one deadline over the whole exchange", Hanging.FAULTS),
                small("TLS: tls, or protocol where http was asked for", Securing.FAULTS),
                small("resets or closes before or inside the body: reset", Framing.ENDINGS),
                small("Content-Length wrong, chunks broken: protocol", Framing.LENGTHS),
                small("garbage status line, HTTP/0.9, endless headers: protocol", Framing.HEADS),
                large("2 GB or endless body, gzip bomb: too_large", Sizes.BODIES),
                small("encoding nested, truncated, bad CRC, unknown: decode", Sizes.ENCODINGS),
                small("204, 205, 304 always, 4xx, 5xx unless accepted: status", Statuses.FAULTS),
                small("redirects: redirect", Statuses.redirects(elsewhere)),
                small("HTML, text, XML, JSONP, empty, blank: parse", NotJson.OTHER_FORMATS),
                small("not quite JSON: parse", NotJson.BROKEN),
                small("mark, repeated keys, any root: accepted", NotJson.ACCEPTED),
                large("too deep, too long, too many: limit, work bounded", HostileJson.FAULTS),
                small("values that are none: only they are absent", HostileValues.FAULTS),
                small("labels with any text: shown and read back, or bad_label", HostileLabels.FAULTS));
    }

    private static FaultRows small(String words, List<Fault> faults) {
        return new FaultRows(words, false, faults);
    }

    private static FaultRows large(String words, List<Fault> faults) {
        return new FaultRows(words, true, faults);
    }
}
