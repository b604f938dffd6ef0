package dev.plumbline.terminal;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who has the floor, that is the learner's next line: a question, a mode such as the belt, or else the session itself. */
final class Floor {
    private @Nullable Question question;
    private @Nullable Mode mode;
    private boolean answerAwaited;

    /** What the learner was asked, and who takes the answer. */
    private record Question(String words, Consumer<String> answered) {}

    /** The next line answers this. */
    void ask(String words, Consumer<String> answered) {
        question = new Question(words, answered);
    }

    /** Lines go to this until it is left. */
    void enter(Mode opened) {
        mode = opened;
    }

    /** The question that is open is given up. */
    void dropQuestion() {
        question = null;
    }

    /** Whether anybody but the session has it. */
    boolean isTaken() {
        return question != null || mode != null;
    }

    /** The mode that is open. */
    @Nullable
    Mode mode() {
        return mode;
    }

    /** What the prompt says, if anybody but the session has the floor. */
    String prompt(String otherwise) {
        if (question != null) {
            return question.words() + " ";
        }
        return mode != null ? mode.prompt() : otherwise;
    }

    /** Gives a line to the question that is open; answers whether there was one. */
    boolean answers(String line) {
        Question asked = question;
        question = null;
        if (asked == null) {
            return false;
        }
        asked.answered().accept(line.strip());
        return true;
    }

    /** Gives a line to the mode that is open; answers whether it goes on. */
    boolean modeTakes(Mode open, String line) {
        answerAwaited = open.line(line);
        return answerAwaited;
    }

    /** Whether the mode that is open has not answered the last line yet. */
    boolean isAnswerAwaited() {
        return answerAwaited;
    }

    /** The mode has answered; answers whether that was awaited. */
    boolean answered() {
        boolean awaited = answerAwaited;
        answerAwaited = false;
        return awaited;
    }

    /** Nobody waits for the answer any more. */
    void hurry() {
        answerAwaited = false;
        if (mode != null) {
            mode.hurry();
        }
    }

    /** Closes the mode that is open; answers which it was. */
    @Nullable
    Mode leaveMode() {
        Mode open = mode;
        mode = null;
        answerAwaited = false;
        if (open != null) {
            open.close();
        }
        return open;
    }
}
