package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AttendanceTest {
    private final Attendance attendance = new Attendance();

    @Test
    void endsAfterTheLastHasLeftForTheTimeItWished() throws InterruptedException {
        attendance.arrived();
        attendance.arrived();
        attendance.left(Duration.ofMillis(1));
        assertThat(attendance.nanosToEnd()).isNegative();

        attendance.left(Duration.ofMillis(20));
        assertThat(attendance.clients()).isZero();
        attendance.awaitEnd();

        assertThat(attendance.arrived()).as("too late").isFalse();
    }

    @Test
    void endsAtOnceWhenTheLastWasKilled() throws InterruptedException {
        attendance.arrived();
        attendance.vanished();

        attendance.awaitEnd();

        assertThat(attendance.nanosToEnd()).isZero();
    }

    @Test
    void staysForTheOthersWhenOneWasKilled() {
        attendance.arrived();
        attendance.arrived();
        attendance.vanished();

        assertThat(attendance.nanosToEnd()).isNegative();
        assertThat(attendance.endIfIdle()).isFalse();
    }

    @Test
    void endsAtOnceWhenItsStarterDiesBeforeAnybodyCame() throws InterruptedException {
        assertThat(Duration.ofNanos(attendance.nanosToEnd())).as("expected").isPositive();

        attendance.starterDied();

        attendance.awaitEnd();
    }

    @Test
    void itsStartersEndIsNothingToThoseWhoCame() {
        attendance.arrived();
        attendance.left(Duration.ofMinutes(5));

        attendance.starterDied();

        assertThat(Duration.ofNanos(attendance.nanosToEnd())).isPositive();
    }

    @Test
    void anIdleOneEndsWhenAsked() throws InterruptedException {
        attendance.arrived();
        attendance.left(Duration.ofMinutes(5));
        assertThat(Duration.ofNanos(attendance.nanosToEnd())).isPositive();

        assertThat(attendance.endIfIdle()).isTrue();

        attendance.awaitEnd();
    }
}
