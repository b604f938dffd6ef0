package dev.plumbline.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What {@code terraform init} did, which stock needs and warm does not.
 *
 * @param installed whether it ended well
 * @param diagnostics what it complained of, in the form of {@link Outcome#diagnostics}
 */
record StockInit(boolean installed, List<String> diagnostics) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static StockInit run(Terraform terraform) throws IOException, InterruptedException {
        Terraform.Result init = terraform.run("init", "-input=false", "-json");
        List<String> diagnostics = new ArrayList<>();
        for (String line : init.output().split("\n")) {
            JsonNode message = line.startsWith("{") ? JSON.readTree(line) : JSON.createObjectNode();
            if (message.path("type").asText().equals("diagnostic")) {
                diagnostics.add(Outcome.text(message.path("diagnostic")));
            }
        }
        Collections.sort(diagnostics);
        return new StockInit(init.exitCode() == 0, diagnostics);
    }
}
