package dev.plumbline.cloud;

import software.amazon.awssdk.core.SdkSystemSetting;

/**
 * Lets the SDK speak JSON to Kinesis. Its default is CBOR, which AWS and the embedded endpoint understand and moto answers
 * with a 500.
 */
final class JsonWire {
    private JsonWire() {}

    /** To be called before a client is built; what the person at the keyboard has chosen themselves stays. */
    static void choose() {
        String name = SdkSystemSetting.CBOR_ENABLED.property();
        if (System.getProperty(name) == null) {
            System.setProperty(name, "false");
        }
    }
}
