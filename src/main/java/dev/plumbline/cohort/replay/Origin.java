package dev.plumbline.cohort.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cohort.bundle.Alteration;
import dev.plumbline.cohort.bundle.Bundle;
import dev.plumbline.cohort.bundle.BundlePath;
import dev.plumbline.cohort.bundle.Checksum;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the files of a bundle are those that its evidence was gathered from, by the checksums in the evidence. */
final class Origin {
    private Origin() {}

    static List<Alteration> alterations(Bundle bundle, JsonNode record) {
        List<Alteration> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        record.path("from").properties().forEach(from -> {
            String path = from.getKey();
            known.add(path);
            String sha256 = bundle.file(path).map(Checksum::of).orElse("");
            if (sha256.isEmpty()) {
                found.add(new Alteration(path, "is missing: the evidence was gathered from it."));
            } else if (!sha256.equals(from.getValue().asText())) {
                found.add(new Alteration(path, "is not the one that the evidence was gathered from."));
            }
        });
        bundle.work().keySet().stream()
                .map(name -> BundlePath.WORK + name)
                .filter(path -> !known.contains(path))
                .forEach(path -> found.add(new Alteration(path, "was not there when the evidence was gathered.")));
        return found;
    }
}
