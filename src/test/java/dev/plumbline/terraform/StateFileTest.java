package dev.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {
    private static final String STATE =
            """
            {"version":4,"terraform_version":"1.11.4","serial":3,"lineage":"l","resources":[
              {"mode":"managed","type":"aws_kinesis_stream","name":"a","provider":"p","instances":[
                {"index_key":"x","attributes":{"name":"datacenter-stream"}},
                {"index_key":1,"status":"tainted","attributes":{"name":"b"}},
                {"deposed":"0123","attributes":{"name":"old"}}]},
              {"module":"module.m","mode":"data","type":"t","name":"n","provider":"p","instances":[{"attributes":{}}]}]}
            """;

    @Test
    void addressesAreThoseThatTerraformPrints() {
        assertThat(read(STATE).resources())
                .extracting(StateFile.Resource::address)
                .containsExactly("aws_kinesis_stream.a[\"x\"]", "aws_kinesis_stream.a[1]", "module.m.data.t.n");
        assertThat(read(STATE).resources())
                .extracting(StateFile.Resource::tainted)
                .containsExactly(false, true, false);
        assertThat(read(STATE).resources().get(0).text("name")).isEqualTo("datacenter-stream");
    }

    @Test
    void noBytesAreNoState() {
        assertThat(StateFile.read(new byte[0])).isInstanceOf(StateFile.Empty.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{}", "[]", "null", "<<<<<<< HEAD", "{\"version\":5}", "{\"version\":\"4\"}", "\u0000\u0000"
            })
    void whatTerraformCannotReadIsDamaged(String text) {
        assertThat(read(text)).isInstanceOf(StateFile.Damaged.class);
        assertThat(read(text).resources()).isEmpty();
    }

    @Test
    void aStateCutOffAnywhereIsDamagedOrEmptyAndNeverThrows() {
        for (int length = 1; length < STATE.strip().length(); length++) {
            assertThat(read(STATE.substring(0, length))).isInstanceOf(StateFile.Damaged.class);
        }
    }

    private static StateFile read(String text) {
        return StateFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
