stream_name = "datacenter-stream"
