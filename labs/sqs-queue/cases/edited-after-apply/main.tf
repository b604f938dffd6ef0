provider "aws" {
  region = "us-east-1"
}

resource "aws_sqs_queue" "orders_queue" {
  name                       = "orders-queue"
  visibility_timeout_seconds = 60
  message_retention_seconds  = 3600
}
