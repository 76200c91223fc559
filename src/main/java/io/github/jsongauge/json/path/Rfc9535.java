// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

/** The dialects of our own engine. */
public enum Rfc9535 implements PathCompiler {
    /** RFC 9535 and nothing else. */
    STRICT,

    /**
     * RFC 9535 and a little more: paths that start with {@code .} at the current item, names like {@code disk-space} or
     * {@code 1h} without quotes, and the function {@code key(@)}.
     */
    EXTENDED;

    /** A path's text may have this many characters, which is far more than a person writes. */
    static final int MAX_LENGTH = 4_096;

    @Override
    public JsonPath compile(String text) {
        return new PathParser(this, text).parse();
    }
}
