provider "aws" {
  region = "us-east-1"
}

resource "aws_sqs_queue" "orders_queue" {
  name                      = "orders-queue"
  message_retention_seconds = 86400
}
