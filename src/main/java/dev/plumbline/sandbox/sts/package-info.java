/** STS as far as Terraform's AWS provider and the AWS CLI need it: who the caller is. */
@NullMarked
package dev.plumbline.sandbox.sts;

import org.jspecify.annotations.NullMarked;
