resource "aws_kinesis_stream" "clickstream" {
  name = "clickstream"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
