resource "aws_sqs_queue" "orders_queue" {
  name                       = "orders-queue"
  visibility_timeout_seconds = 60
  message_retention_seconds  = 86400
}
