// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonString;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to parse a text: what it accepts, and that it refuses everything it does not fully understand. */
class ParseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "95.2 Mbps | 95.2",
                "12ms | 12",
                "-3.5°C | -3.5",
                "+7 dBm | 7",
                "85% | 85",
                "1e3 | 1000",
                "0 V | 0",
                "2x | 2",
                "5 e | 5",
                "5 eV | 5",
                "5eV | 5",
                "0xFF | NaN",
                "-0XE | NaN",
                "5e | NaN",
                "5e+ | NaN",
                "5e3e | NaN",
                "5Infinity | NaN",
                "5NaN | NaN",
                "` 42 ` | 42",
                "1e400 | Infinity",
                "1,234 | NaN",
                "1h30m | NaN",
                "10.0.0.1 | NaN",
                "2.14.1 | NaN",
                "042 | NaN",
                "0x1p5 | NaN",
                ".5 | NaN",
                "5. | NaN",
                "+-5 | NaN",
                "٤٢ | NaN",
                "5 of ٤ | NaN",
                "NaN | NaN",
                "Infinity | NaN",
                "`` | NaN",
                "Mbps | NaN"
            })
    void numbersAreReadWithAnyUnit(String text, Double number) {
        assertThat(Parse.NUMBER.number(text, null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "85% | 0.85",
                "28 % | 0.28",
                "0.4% | 0.004",
                "85 | 0.85",
                "99.9% | 0.999",
                "33.3 % | 0.333",
                "1e400% | Infinity",
                "eighty% | NaN",
                "85%% | NaN",
                "% | NaN"
            })
    void percentagesBecomeRatios(String text, Double number) {
        assertThat(Parse.PERCENT.number(text, null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.04 MiB | 41943.04",
                "120 GB | 120000000000",
                "1.5G | 1500000000",
                "1.005 KB | 1005",
                "5E | 5e18",
                "-1e400 GB | -Infinity",
                "128Mi | 134217728",
                "1 kB | 1000",
                "1KB | 1000",
                "1 KiB | 1024",
                "512 | 512",
                "512B | 512",
                "3 bytes | 3",
                "2TB | 2000000000000",
                "100 Mb | NaN",
                "120 gb | NaN",
                "5m | NaN",
                "5 MBit | NaN",
                "GB | NaN"
            })
    void sizesBecomeBytes(String text, Double number) {
        assertThat(Parse.BYTES.number(text, null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1h30m | 5400",
                "250ms | 0.25",
                "1.5 s | 1.5",
                "2d 3h | 183600",
                "-5s | -5",
                "15µs | 0.000015",
                "1w | 604800",
                "PT5M | 300",
                "P1DT2H | 93600",
                "-PT0.5S | -0.5",
                "01:02:03 | 3723",
                "100:00:00.5 | 360000.5",
                "-698.30ms | -0.6983",
                "1y | 31536000",
                "1e400s | Infinity",
                "P1W | 604800",
                "P1.5W | 907200",
                "PT0.5H | 1800",
                "PT1M0,5S | 60.5",
                "PT-1H-30M | -5400",
                "PT36H | 129600",
                "0.0 | 0",
                "-00:00:01 | -1",
                "0 | 0",
                "5 | NaN",
                "1m1h | NaN",
                "1m1m | NaN",
                "1h-5m | NaN",
                "--5s | NaN",
                "02:03 | NaN",
                "01:60:00 | NaN",
                "P1Y | NaN",
                "P1M | NaN",
                "P | NaN",
                "PT | NaN",
                "P1DT | NaN",
                "P1W2D | NaN",
                "PT1H-30M | NaN",
                "-PT-5M | NaN",
                "PT0.5H30M | NaN",
                "PT5M1H | NaN",
                "5 parsecs | NaN",
                "s | NaN",
                "- | NaN"
            })
    void durationsBecomeSeconds(String text, Double number) {
        assertThat(Parse.DURATION.number(text, null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1970-01-01T00:00:00Z | 0",
                "2026-11-23T08:00:00Z | 1795420800",
                "2026-11-23T08:00:00.250Z | 1795420800.25",
                "2026-11-23 09:00:00+01:00 | 1795420800",
                "2026-11-23T09:00:00+0100 | 1795420800",
                "2026-11-23T09:00:00+01 | 1795420800",
                "2026-11-23t08:00:00z | 1795420800",
                "2026-11-23T08:00Z | 1795420800",
                "2026-11-23T02:30:00.5-05:30 | 1795420800.5",
                "2026-11-23T08:00:00.0000000000Z | 1795420800",
                "2026-11-23T08:00:00-00:00 | 1795420800",
                "2026-11-24T07:59:00+23:59 | 1795420800",
                "1969-12-31T23:59:59.25Z | -0.75",
                "0000-01-01T00:00:00Z | -62167219200",
                "2024-02-29T00:00:00Z | 1709164800"
            })
    void momentsBecomeSecondsSince1970(String text, Double number) {
        assertThat(Parse.TIMESTAMP.number(text, null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23T08:00:00 | NaN",
                "2026-11-23 | NaN",
                "2026-02-30T00:00:00Z | NaN",
                "2023-02-29T00:00:00Z | NaN",
                "2026-13-01T00:00:00Z | NaN",
                "2026-11-00T00:00:00Z | NaN",
                "2026-11-23T24:00:00Z | NaN",
                "2026-11-23T08:60:00Z | NaN",
                "2016-12-31T23:59:60Z | NaN",
                "2026-01-01T00:00:00ZZZ | NaN",
                "2026-01-01T00:00:00ZZ | NaN",
                "2026-01-01T00:00:00Z+01:00 | NaN",
                "2026-01-01T00:00:00+01:00+01 | NaN",
                "2026-01-01T00:00:00+01:00+0100+01 | NaN",
                "2026-01-01T00:00:00+24:00 | NaN",
                "2026-01-01T00:00:00+01:60 | NaN",
                "2026-01-01T00:00:00+1:00 | NaN",
                "2026-01-01T00:00:00+010 | NaN",
                "2026-01-01T00:00:00+01: | NaN",
                "2026-01-01T00:00:00+01:00:00 | NaN",
                "2026-01-01T00:00:00 Z | NaN",
                "2026-01-01T00:00:00 +0100 | NaN",
                "2026-01-01T00:00:00+ | NaN",
                "2026-01-0110:00:00Z | NaN",
                "2026-01-01T 10:00:00Z | NaN",
                "2026-01-01  10:00:00Z | NaN",
                "2026-01-01_10:00:00Z | NaN",
                "2026-01-01TT10:00:00Z | NaN",
                "2026-01-01T | NaN",
                "2026-01-01Z | NaN",
                "2026-01-01T10Z | NaN",
                "2026-01-01T10:00:00.Z | NaN",
                "2026-01-01T10:00:00,5Z | NaN",
                "2026-01-01T10:00.5Z | NaN",
                "2026-01-01T1:00:00Z | NaN",
                "2026-1-01T10:00:00Z | NaN",
                "26-01-01T10:00:00Z | NaN",
                "+2026-01-01T10:00:00Z | NaN",
                "-2026-01-01T10:00:00Z | NaN",
                "+12026-01-01T10:00:00Z | NaN",
                "20260101T100000Z | NaN",
                "2026-W01-1T10:00:00Z | NaN",
                "2026-01-01T10:00:00Z[UTC] | NaN",
                "2026-01-01T10:00:00 UTC | NaN",
                "٢٠٢٦-01-01T10:00:00Z | NaN",
                "2026−01−01T10:00:00Z | NaN",
                "1795420800 | NaN",
                "yesterday | NaN"
            })
    void whatIsNoMomentInTheFormsThatAreNamedIsRefused(String text, Double number) {
        assertThat(Parse.TIMESTAMP.number(text, null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2026-11-23T09:00:00 | 1795420800", "2026-11-23 | 1795388400", "2026-11-23T08:00:00Z | 1795420800"
            })
    void momentsWithoutAnOffsetAreMeantInTheTimeZone(String text, Double number) {
        assertThat(Parse.TIMESTAMP.number(text, ZoneId.of("Europe/Berlin"))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-29T01:59:59 | 1774745999",
                "2026-03-29T02:00:00 | NaN",
                "2026-03-29T02:59:59 | NaN",
                "2026-03-29T03:00:00 | 1774746000",
                "2026-10-25T01:59:59 | 1792886399",
                "2026-10-25T02:00:00 | NaN",
                "2026-10-25T02:59:59 | NaN",
                "2026-10-25T03:00:00 | 1792893600",
                "2026-10-25T02:30:00+02:00 | 1792888200",
                "2026-10-25T02:30:00+01:00 | 1792891800"
            })
    void aLocalTimeThatOccursTwiceOrNeverIsRefused(String text, Double number) {
        assertThat(Parse.TIMESTAMP.number(text, ZoneId.of("Europe/Berlin"))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "America/Sao_Paulo | 2018-11-04 | 1541300400",
                "America/Havana | 2025-11-02 | 1762056000",
                "Pacific/Apia | 2011-12-29 | 1325152800",
                "Pacific/Apia | 2011-12-30 | NaN",
                "Pacific/Apia | 2011-12-31 | 1325239200"
            })
    void aDateIsTheFirstMomentOfItsDay(String zone, String text, Double number) {
        assertThat(Parse.TIMESTAMP.number(text, ZoneId.of(zone))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | 1",
                "Yes | 1",
                "ON | 1",
                "1 | 1",
                "false | 0",
                "no | 0",
                "off | 0",
                "0 | 0",
                "2 | NaN",
                "y | NaN"
            })
    void booleansBecomeOneAndZero(String text, Double number) {
        assertThat(Parse.BOOLEAN.number(text, null)).isEqualTo(number);
    }

    @Test
    void jsonNumbersThatNeedAUnitAreRefusedUnlessTheyAreZero() {
        assertThat(Parse.DURATION.number(JsonNumber.of(5))).isNaN();
        assertThat(Parse.TIMESTAMP.number(JsonNumber.of(1795420800))).isNaN();
        assertThat(Parse.BOOLEAN.number(JsonNumber.of(2))).isNaN();
        assertThat(Parse.PERCENT.number(JsonNumber.of(85))).isEqualTo(0.85);
        assertThat(Parse.PERCENT.number(JsonNumber.of(99.9))).isEqualTo(0.999);
        assertThat(Parse.BYTES.number(JsonNumber.of(512))).isEqualTo(512);
        assertThat(Parse.NUMBER.number(JsonNumber.of(5))).isEqualTo(5);
        assertThat(Parse.DURATION.number(JsonNumber.of(0))).isEqualTo(0);
    }

    @Test
    void numbersWithAnyNumberOfDigitsAreReadInNoTime() {
        String digits = "9".repeat(1_000_000);
        assertThat(Parse.PERCENT.number("0." + digits + "%", null)).isEqualTo(0.01);
        assertThat(Parse.BYTES.number(digits + " kB", null)).isInfinite();
        assertThat(Parse.DURATION.number("1e-999999999s", null)).isZero();
        assertThat(Missing.of(Set.of("1")).matches("0." + digits)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-127 | -127 | true",
                "-127 | -127.0 | true",
                "-127 | `  -1.27e2 ` | true",
                "-127 | -127.1 | false",
                "-127 | -127 °C | false",
                "9007199254740993 | 9007199254740993 | true",
                "9007199254740993 | 9007199254740992 | false",
                "9007199254740993 | 9007199254740993.0 | true",
                "0 | -0 | true",
                "007 | 7 | false",
                "7 | 007 | false",
                "N/A | n/a | false"
            })
    void aNumberThatIsMissingIsMissingInEverySpelling(String listed, String text, boolean missing) {
        assertThat(Missing.of(Set.of(listed)).matches(text)).isEqualTo(missing);
        assertThat(Missing.of(Set.of(listed)).matches(new JsonString(text))).isEqualTo(missing);
    }
}
