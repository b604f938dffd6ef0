package dev.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void jsonBecomesPlainJava() throws Exception {
        Map<String, ?> map = Values.map(new ObjectMapper()
                .readTree("{\"s\":\"x\",\"n\":24,\"b\":true,\"z\":null,\"l\":[1,\"a\"],\"o\":{\"k\":\"v\"}}"));
        assertThat(map.keySet()).containsExactly("s", "n", "b", "z", "l", "o");
        assertThat(map.get("n")).isEqualTo(new BigDecimal(24));
        assertThat(map.get("z")).isNull();
        assertThat(Values.at(map, "o.k")).isEqualTo("v");
    }

    @Test
    void aBlockIsAListOfOneAndItsPathNeedsNoIndex() throws Exception {
        Map<String, ?> map = Values.map(new ObjectMapper()
                .readTree("{\"stream_mode_details\":[{\"stream_mode\":\"ON_DEMAND\"}],\"none\":[],\"text\":\"x\"}"));
        assertThat(Values.at(map, "stream_mode_details.stream_mode")).isEqualTo("ON_DEMAND");
        assertThat(Values.at(map, "none.stream_mode")).isNull();
        assertThat(Values.at(map, "text.stream_mode")).isNull();
        assertThat(Values.at(map, "absent")).isNull();
    }
}
