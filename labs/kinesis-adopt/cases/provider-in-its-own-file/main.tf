import {
  to = aws_kinesis_stream.legacy_orders
  id = "legacy-orders"
}

resource "aws_kinesis_stream" "legacy_orders" {
  name = "legacy-orders"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  tags = {
    Team = "orders"
  }
}
