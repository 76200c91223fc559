// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import io.github.jsongauge.draft.YamlText;

/**
 * What became of something in the configuration of json_exporter.
 *
 * @param subject a module, or a metric of one as {@code module/metric}
 * @param detail what it is now, or why not
 */
public record Verdict(Kind kind, String subject, String detail) {
    public Verdict {
        subject = YamlText.comment(subject);
        detail = YamlText.comment(detail);
    }

    /** How sure it is that nothing is different. */
    public enum Kind {
        CONVERTED("converted"),
        CHANGED("CHANGED"),
        BY_HAND("BY HAND"),
        IGNORED("ignored");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As reports have it. */
        public String word() {
            return word;
        }
    }
}
