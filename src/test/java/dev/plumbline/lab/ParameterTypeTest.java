package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ParameterTypeTest {
    /** A fix that writes the value has to write 48, not "48". */
    @Test
    void aNumberGivenByAParameterStaysOne() {
        Lab lab = new LabCatalogue(Path.of("")).load("kinesis-provisioned");

        assertThat(wanted(lab, "retention")).isEqualTo(new Predicate.Equals(48));
        assertThat(wanted(lab, "stream-name")).isEqualTo(new Predicate.Equals("orders-stream"));
    }

    private static Predicate wanted(Lab lab, String requirement) {
        return ((Check.Attribute) lab.requirement(requirement).orElseThrow().check()).predicate();
    }
}
