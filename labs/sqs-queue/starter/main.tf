# Write the provider block and one aws_sqs_queue resource here.
