package dev.plumbline.lab;

/**
 * The resource a lab is about.
 *
 * @param resource its Terraform type, such as {@code aws_kinesis_stream}
 * @param noun what a person calls it: {@code stream}
 * @param identity the attribute by which the cloud knows it: {@code name}
 * @param value what that attribute must be
 */
public record Subject(String resource, String noun, String identity, String value) {}
