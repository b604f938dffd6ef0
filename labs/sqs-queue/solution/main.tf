# Where Terraform works: the AWS provider, in one region.
provider "aws" {
  region = "us-east-1"
}

# What should exist there: one standard queue. Both times are in seconds.
resource "aws_sqs_queue" "orders_queue" {
  name                       = "orders-queue"
  visibility_timeout_seconds = 60
  message_retention_seconds  = 86400
}
