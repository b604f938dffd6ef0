/* the provider */ provider "aws" { region = "us-east-1" }
// the stream
resource aws_kinesis_stream "x" {
      name="datacenter-stream" # its name
  stream_mode_details { stream_mode = "ON_DEMAND" }
}
