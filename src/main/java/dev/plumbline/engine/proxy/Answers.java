package dev.plumbline.engine.proxy;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one provider process has answered to a question whose answer cannot change while it runs, so that it need not
 * work it out again. There is one such question: whether a provider block is valid ({@code PrepareProviderConfig} in
 * protocol 5, {@code ValidateProviderConfig} in 6). Its answer follows from the block and the provider's program alone:
 * the provider is not configured yet, and nothing of a configuration is kept. Terraform asks it twice in every plan, and
 * each time the plug-in SDK checks the schemas of all 1,500 types of the AWS provider first (terraform-plugin-sdk,
 * {@code Provider.Validate} calls {@code InternalValidate}): 0.1 s, half of a warm plan.
 */
final class Answers {
    private static final int MOST = 64;
    private static final int LONGEST = 256 * 1024;

    private record Question(String method, ByteBuffer words) {}

    private final Map<Question, byte[]> known = new ConcurrentHashMap<>();

    /** Whether answers to this method are remembered. */
    static boolean lasting(String method) {
        return method.endsWith("/PrepareProviderConfig") || method.endsWith("/ValidateProviderConfig");
    }

    /** The provider's own answer to the very same question, if it was asked before. */
    Optional<byte[]> to(String method, byte[] question) {
        return Optional.ofNullable(known.get(new Question(method, ByteBuffer.wrap(question))));
    }

    /** Keeps an answer, unless there are many or it is unusually long. */
    void remember(String method, byte[] question, byte[] answer) {
        if (question.length + answer.length <= LONGEST) {
            if (known.size() >= MOST) {
                known.clear(); // a learner tries few provider blocks; a mutation run of many may start afresh
            }
            known.put(new Question(method, ByteBuffer.wrap(question.clone())), answer.clone());
        }
    }
}
