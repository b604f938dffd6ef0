package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointNewsTest {
    private final List<Event> events = new ArrayList<>();
    private boolean listens = true;
    private final EndpointNews news = new EndpointNews(() -> listens, events::add);

    @Test
    void goneIsBelievedOnTheSecondLookAndBackOnTheFirst() {
        news.look();
        listens = false;
        news.look();
        assertThat(events).isEmpty();
        news.look();
        news.look();
        assertThat(events).containsExactly(new Event.AwsTurned(false));
        listens = true;
        news.look();
        news.look();
        assertThat(events).containsExactly(new Event.AwsTurned(false), new Event.AwsTurned(true));
    }

    @Test
    void aSessionThatBeginsWithoutItHearsWhenItIsThere() {
        listens = false;
        news.look();
        news.look();
        assertThat(events).isEmpty();
        listens = true;
        news.look();
        assertThat(events).containsExactly(new Event.AwsTurned(true));
    }

    @Test
    void oneLookInVainIsNoNews() {
        news.look();
        listens = false;
        news.look();
        listens = true;
        news.look();
        assertThat(events).isEmpty();
    }
}
