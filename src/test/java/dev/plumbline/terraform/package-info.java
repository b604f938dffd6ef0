/** Tests of running Terraform as a child process. */
@NullMarked
package dev.plumbline.terraform;

import org.jspecify.annotations.NullMarked;
