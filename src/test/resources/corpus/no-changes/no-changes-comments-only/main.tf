# provider "aws" { region = "us-east-1" }
# aws_kinesis_stream "datacenter-stream" ON_DEMAND
