package dev.plumbline.terminal;

import dev.plumbline.workbench.CloudChanges;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is changed in the embedded AWS. The last change is told again when nothing more came for a while: a stream that is
 * being deleted or changed is on its way for some time.
 */
final class CloudNews {
    /** Looks without news after which a change has come to its end; the embedded AWS takes less than three seconds. */
    private static final int QUIET = 4;

    private final CloudChanges changes;
    private final Consumer<Event> events;
    private CloudChanges.@Nullable Change last;
    private int quiet;
    private boolean begun;

    CloudNews(CloudChanges changes, Consumer<Event> events) {
        this.changes = changes;
        this.events = events;
    }

    /** Looks once; what was before the first time is nobody's news. */
    void look() {
        List<CloudChanges.Change> news = changes.news();
        if (!begun) {
            begun = true;
            return;
        }
        CloudChanges.Change before = last;
        if (!news.isEmpty()) {
            CloudChanges.Change latest = news.get(news.size() - 1);
            last = latest;
            quiet = 0;
            events.accept(new Event.CloudChanged(latest, false));
        } else if (before != null && ++quiet == QUIET) {
            last = null;
            events.accept(new Event.CloudChanged(before, true));
        }
    }
}
