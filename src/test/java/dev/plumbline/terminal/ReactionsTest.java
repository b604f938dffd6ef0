package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReactionsTest {
    @Test
    void aKindOfEventThatWasForgottenIsNamed() {
        Reactions some = new Reactions().on(Event.Typed.class, event -> {});
        assertThatThrownBy(some::complete).hasMessageContaining("nothing is done about");
    }

    @Test
    void eachEventMeetsItsOwnReaction() {
        List<String> done = new ArrayList<>();
        Reactions some = new Reactions()
                .on(Event.Typed.class, event -> done.add(event.line()))
                .on(Event.Resized.class, event -> done.add("resized"));
        some.to(new Event.Resized());
        some.to(new Event.Typed("a line"));
        assertThat(done).containsExactly("resized", "a line");
    }
}
