/**
 * The live cloud as evidence. {@link dev.plumbline.cloud.Backend} is which AWS is meant and what its clients need; {@link
 * dev.plumbline.cloud.LiveResources} asks it, read-only, in the vocabulary of the Terraform provider, so that one attribute
 * path means the same in the file, the state and the cloud. The AWS SDK is used only here.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.cloud;
