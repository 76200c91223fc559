# Copyright The jsongauge Authors
# SPDX-License-Identifier: Apache-2.0
"""nginx as the application that is read."""
import shutil
import time
import urllib.request

from process import CORES, Process, free_port

CONFIG = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log; worker_processes 1;
worker_rlimit_nofile 20000;
events {{ worker_connections 8192; }}
http {{
  log_format polls '$msec $arg_target';
  access_log {folder}/polls.log polls buffer=64k flush=1s if=$arg_target;
  sendfile on; tcp_nopush on; keepalive_requests 1000000000;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; types {{ application/json json; }}
  # turns.json is another of the two at each request over a connection
  map $connection_requests $turn {{ default wide; "~[02468]$" other; }}
  server {{
    listen 127.0.0.1:{port} backlog=4096; root {folder};
    location = /requests {{ stub_status; }}
    location = /turns.json {{ try_files /$turn.json =404; }}
  }}
}}
"""


def binary():
    return shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin")


class Nginx:
    def __init__(self, folder):
        folder.chmod(0o755)
        self.polls_log = folder / "polls.log"
        self.url = f"http://127.0.0.1:{free_port()}"
        config = folder / "nginx.conf"
        config.write_text(CONFIG.format(folder=folder, port=self.url.rpartition(":")[2]))
        self.process = Process([binary(), "-e", f"{folder}/nginx.log", "-c", str(config)], CORES[-1], folder / "nginx.out")

    def __enter__(self):
        deadline = time.monotonic() + 10
        while True:
            try:
                self.requests()
                return self
            except OSError:
                if time.monotonic() > deadline:
                    self.process.__exit__()
                    raise
                time.sleep(0.05)

    def __exit__(self, *error):
        self.process.__exit__(*error)

    def requests(self):
        """How many requests it has had."""
        text = urllib.request.urlopen(f"{self.url}/requests", timeout=5).read().decode()
        return int(text.splitlines()[2].split()[2])

    def polls(self):
        """The time in seconds, in steps of 1 ms, and the target of each request that named one."""
        time.sleep(2)  # until what nginx holds back is written
        lines = (line.split() for line in self.polls_log.read_text().splitlines())
        return [(float(when), target) for when, target in lines]
