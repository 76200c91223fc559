// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int EVALUATIONS_EACH = 12_500;

    private final JsonPath path = Rfc9535.EXTENDED.compile(
            "$..items[?@.id != $.not && (match(@.name, $.pattern) || count(@..x) == 2)]['name', 'id']");
    private final Match one = Match.root(
            Documents.read(
                    "{\"not\":1,\"pattern\":\"a.*\",\"a\":{\"items\":[{\"id\":1,\"name\":\"ab\"},{\"id\":2,\"name\":\"ac\"}]}}"));
    private final Match other = Match.root(Documents.read(
            "{\"not\":3,\"pattern\":\"z\",\"items\":{\"p\":{\"id\":3},\"q\":{\"id\":0.5,\"x\":{\"x\":[]}}}}"));

    @Test
    void onePathServesManyThreadsAndDocuments() throws Exception {
        assertThat(Documents.values(path, one, one)).isEqualTo("\"ac\" 2");
        assertThat(Documents.values(path, other, other)).isEqualTo("0.5");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                tasks.add(this::rightAnswers);
            }
            int right = 0;
            for (Future<Integer> answers : threads.invokeAll(tasks)) {
                right += answers.get();
            }
            assertThat(right).isEqualTo(THREADS * EVALUATIONS_EACH);
        } finally {
            threads.shutdownNow();
        }
    }

    private int rightAnswers() {
        int right = 0;
        for (int i = 0; i < EVALUATIONS_EACH; i++) {
            Match root = i % 2 == 0 ? one : other;
            String expected = i % 2 == 0 ? "\"ac\" 2" : "0.5";
            right += Documents.values(path, root, root).equals(expected) ? 1 : 0;
        }
        return right;
    }
}
