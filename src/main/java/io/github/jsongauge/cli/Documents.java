// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.fetch.FetchException;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Documents that a command is given: a URL, a file, or {@code -} for standard input. */
final class Documents {
    /** A person waits for it, and chose it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int LIMIT_BYTES = 256 << 20;

    private Documents() {}

    /** @throws FailureException when it cannot be read, or is not JSON */
    static JsonValue read(String document) {
        try {
            return JsonReader.read(bytes(document), JsonLimits.DEFAULT);
        } catch (JsonException notJson) {
            throw new FailureException(name(document) + ": " + notJson.getMessage(), notJson);
        }
    }

    /** @throws FailureException when it cannot be read */
    static byte[] bytes(String document) {
        if (isUrl(document)) {
            return fetched(document);
        }
        try {
            return bytes(document, LIMIT_BYTES);
        } catch (NoSuchFileException absent) {
            throw new FailureException(name(document) + ": there is no such file", absent);
        } catch (IOException unreadable) {
            throw new FailureException(name(document) + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    static byte[] bytes(String fileOrDash, int limit) throws IOException {
        try (InputStream in = fileOrDash.equals("-") ? System.in : Files.newInputStream(Path.of(fileOrDash))) {
            byte[] bytes = in.readNBytes(limit);
            if (in.read() != -1) {
                throw new FailureException(name(fileOrDash) + ": has more than " + limit + " bytes");
            }
            return bytes;
        }
    }

    private static byte[] fetched(String url) {
        try (Fetcher fetcher = new Fetcher(BuildInfo.CURRENT.version())) {
            return fetcher.fetch(new Request(TargetUrl.parse(url), TIMEOUT, LIMIT_BYTES))
                    .body();
        } catch (FetchException failed) {
            throw new FailureException(String.valueOf(failed.getMessage()), failed);
        } catch (IllegalArgumentException notAUrl) {
            throw new FailureException("the URL " + notAUrl.getMessage(), notAUrl);
        }
    }

    static boolean isUrl(String document) {
        return document.contains("://");
    }

    /** What a document is called in messages: no secret of a URL, no control characters of a file's name. */
    static String name(String document) {
        if (isUrl(document)) {
            return TargetUrl.parse(document).toString();
        }
        return document.equals("-") ? "standard input" : document.replaceAll("\\p{Cntrl}", "?");
    }
}
