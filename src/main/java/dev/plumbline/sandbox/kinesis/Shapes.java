package dev.plumbline.sandbox.kinesis;

import static dev.plumbline.sandbox.wire.Shape.choice;
import static dev.plumbline.sandbox.wire.Shape.list;
import static dev.plumbline.sandbox.wire.Shape.optional;
import static dev.plumbline.sandbox.wire.Shape.required;
import static dev.plumbline.sandbox.wire.Shape.structure;
import static dev.plumbline.sandbox.wire.Shape.text;
import static dev.plumbline.sandbox.wire.Shape.whole;

import dev.plumbline.sandbox.wire.Shape;

/**
 * The input shapes that several operations share.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Operations.html">Kinesis API reference</a>
 */
final class Shapes {
    static final Shape.Text NAME = text(1, 128, "[a-zA-Z0-9_.-]+");
    static final Shape.Text STREAM_ARN_TEXT = text(1, 2048, "arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+");
    static final Shape.Text CONSUMER_ARN_TEXT = text(
            1, 2048, "^(arn):aws.*:kinesis:.*:\\d{12}:.*stream\\/[a-zA-Z0-9_.-]+\\/consumer\\/[a-zA-Z0-9_.-]+:[0-9]+");
    static final Shape.Text TOKEN = text(1, 1_048_576, null);
    static final Shape.Member STREAM_NAME = optional("StreamName", NAME);
    static final Shape.Member STREAM_ARN = optional("StreamARN", STREAM_ARN_TEXT);
    static final Shape.Member RESOURCE_ARN =
            required("ResourceARN", text(1, 2048, "arn:aws.*:kinesis:.*:\\d{12}:.*stream/\\S+"));
    static final Shape.Member MODE_DETAILS =
            required("StreamModeDetails", structure(required("StreamMode", choice("PROVISIONED", "ON_DEMAND"))));
    static final Shape.Member SHARD_ID = required("ShardId", NAME);
    static final Shape.Text SEQUENCE = text(0, 129, "0|([1-9]\\d{0,128})");
    static final Shape.Text HASH = text(0, 39, "0|([1-9]\\d{0,38})");
    static final Shape.Whole PAGE = whole(1, 10_000);
    static final Shape.TextMap TAGS = new Shape.TextMap(text(1, 128, null), text(0, 256, null), 1, 200);
    static final Shape.Member TAG_KEYS = required("TagKeys", list(text(1, 128, null), 1, 50));

    private Shapes() {}
}
