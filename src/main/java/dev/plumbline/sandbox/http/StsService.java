package dev.plumbline.sandbox.http;

import dev.plumbline.sandbox.sts.Sts;
import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Scope;

/** STS over the query protocol: a form in, XML out. */
final class StsService implements Service {
    private final Sts sts = new Sts();

    @Override
    public Target target(Request request) {
        try {
            return new Target(request.form().getOrDefault("Action", ""), "");
        } catch (AwsException broken) {
            return Target.UNKNOWN;
        }
    }

    @Override
    public Answer answer(Request request, Target target, Scope scope, String account, String requestId) {
        return Answer.xml(target.operation(), sts.call(account, scope.region(), request.form()), requestId);
    }

    @Override
    public Answer error(Request request, AwsException error, String requestId) {
        return Answer.xmlError(error, requestId);
    }
}
