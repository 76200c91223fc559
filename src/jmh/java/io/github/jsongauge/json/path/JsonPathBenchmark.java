// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import com.jayway.jsonpath.spi.mapper.JsonSmartMappingProvider;
import io.github.jsongauge.json.MegabyteDocument;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Finding places in 1 MB that is read already, against json-path over maps and lists. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class JsonPathBenchmark {
    @Param({
        "$.items[4000].memory.used",
        "$.items[*].messages",
        "$.items[?(@.state == 'idle')].messages",
        "$..ratio"
    })
    public String path;

    private JsonPath ours;
    private Match document;
    private com.jayway.jsonpath.JsonPath theirs;
    private Object theirDocument;
    private Configuration configuration;

    @Setup
    public void read() throws JsonException {
        byte[] body = MegabyteDocument.oneMegabyte();
        ours = Rfc9535.EXTENDED.compile(path);
        document = Match.root(JsonReader.read(body, JsonLimits.DEFAULT));
        theirs = com.jayway.jsonpath.JsonPath.compile(path);
        JsonSmartJsonProvider provider = new JsonSmartJsonProvider();
        configuration = Configuration.builder()
                .jsonProvider(provider)
                .mappingProvider(new JsonSmartMappingProvider())
                .build();
        theirDocument = provider.parse(new String(body, StandardCharsets.UTF_8));
    }

    @Benchmark
    public void ours(Blackhole found) {
        ours.each(document, document, found::consume);
    }

    @Benchmark
    public Object jsonPath() {
        return theirs.read(theirDocument, configuration);
    }
}
