// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.expose.Query.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void parametersAreDecodedInTheirOrder() {
        assertThat(Query.parse("a=1%2B+2&&name%5B%5D=b&c&name[]="))
                .isEqualTo(new Query(List.of(
                        new Parameter("a", "1+ 2"),
                        new Parameter("name[]", "b"),
                        new Parameter("c", ""),
                        new Parameter("name[]", ""))));
        assertThat(Query.parse(null)).isEqualTo(new Query(List.of()));
    }

    @Test
    void whatIsNotEncodedAsItMustBeIsNotUnderstood() {
        assertThat(Query.parse("a=%zz")).isNull();
        assertThat(Query.parse("%=1")).isNull();
    }
}
