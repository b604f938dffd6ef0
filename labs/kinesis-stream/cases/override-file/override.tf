resource "aws_kinesis_stream" "datacenter_stream" {
  name = "somebody-elses-stream"
}
