package com.example.labs;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.grading.Evidence;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.judge.CustomCheck;
import dev.plumbline.grading.judge.Outcome;
import java.util.List;
import java.util.Map;

/** The name begins with what the tag Team says: two attributes side by side, which no predicate can say. */
public final class NameBeginsWithTeam implements CustomCheck {
    @Override
    public String name() {
        return "name-begins-with-team";
    }

    @Override
    public Outcome judge(Evidence evidence) {
        String type = evidence.lab().subject().resource();
        String name = evidence.lab().subject().value();
        String region = evidence.lab().parameters().text("region");
        String wanted = "a name that begins with the team";
        if (!(evidence.cloud().find(type, name, region, "") instanceof LiveAnswer.Found live)) {
            return new Outcome(Status.PENDING, wanted, null, "Nothing is applied yet.", List.of());
        }
        Object tags = live.resource().attributes().get("tags");
        Object team = tags instanceof Map<?, ?> map ? map.get("Team") : null;
        Finding seen = Finding.of(Layer.CLOUD, name + " has the tag Team = " + team);
        return team != null && name.startsWith(team + "-")
                ? new Outcome(Status.MET, wanted, name, "The name begins with its team.", List.of(seen))
                : new Outcome(Status.UNMET, wanted, name, "Its tag Team says " + team + ".", List.of(seen));
    }
}
