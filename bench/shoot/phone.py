"""A phone in headless Chromium, driven over the DevTools pipe; nothing beyond the standard library."""

import base64
import io
import json
import os
import shutil
import signal
import subprocess
import tempfile

from PIL import Image

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def browser():
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Phone:
    """One page at a phone's size; `errors` gathers what its console complains about."""

    def __init__(self, program, width=390, height=844, scale=2):
        self.folder = tempfile.mkdtemp(prefix="shopreel-phone-")
        (child_in, ours_out), (ours_in, child_out) = os.pipe(), os.pipe()

        def wire():
            # The pipe's ends are 3 and 4 in the child, whatever numbers they had.
            spare_in, spare_out = os.dup(child_in), os.dup(child_out)
            os.dup2(spare_in, 3)
            os.dup2(spare_out, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--remote-debugging-pipe", "--user-data-dir=" + self.folder, "about:blank"],
            preexec_fn=wire, close_fds=False, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True)
        os.close(child_in)
        os.close(child_out)
        self.out, self.into, self.rest = ours_out, ours_in, b""
        self.count, self.session, self.errors, self.loaded = 0, None, [], False
        target = next(t for t in self.send("Target.getTargets")["targetInfos"]
                      if t["type"] == "page")
        self.session = self.send(
            "Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.send(domain + ".enable")
        self.size(width, height, scale)
        self.send("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=2)

    def size(self, width, height, scale=2):
        self.width, self.height, self.scale = width, height, scale
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=scale, mobile=True)

    def send(self, method, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def receive(self):
        while b"\0" not in self.rest:
            piece = os.read(self.into, 1 << 20)
            if not piece:
                raise RuntimeError("the browser has ended")
            self.rest += piece
        line, self.rest = self.rest.split(b"\0", 1)
        message = json.loads(line)
        method, given = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.errors.append(given["exceptionDetails"]["text"])
        elif method == "Runtime.consoleAPICalled" and given["type"] in ("error", "warning"):
            self.errors.append(str(given["args"]))
        elif method == "Log.entryAdded" and given["entry"]["level"] in ("error", "warning"):
            self.errors.append(given["entry"]["text"])
        elif method == "Page.loadEventFired":
            self.loaded = True
        return message

    def open(self, path, fragment=""):
        """Loads a file anew; a fragment alone would not."""
        self.go("about:blank")
        self.go("file://" + os.path.abspath(path) + fragment)

    def go(self, address):
        self.loaded = False
        self.send("Page.navigate", url=address)
        while not self.loaded:
            self.receive()

    def before_load(self, script):
        self.send("Page.addScriptToEvaluateOnNewDocument", source=script)

    def ask(self, expression):
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']['text']}")
        return answer["result"].get("value")

    def picture(self, path=None):
        data = base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"])
        if path:
            with open(path, "wb") as file:
                file.write(data)
        return Image.open(io.BytesIO(data)).convert("RGB")

    def touch(self, kind, *points):
        self.send("Input.dispatchTouchEvent", type=kind,
                  touchPoints=[{"x": x, "y": y} for x, y in points])

    def swipe(self, from_x, to_x, y):
        self.touch("touchStart", (from_x, y))
        for step in range(1, 6):
            self.touch("touchMove", (from_x + (to_x - from_x) * step / 5, y))
        self.touch("touchEnd")

    def tap(self, selector):
        box = self.ask(
            "(function(){var e=document.querySelector(%s),b=e.getBoundingClientRect();"
            "if(b.top<0||b.bottom>innerHeight){e.scrollIntoView();b=e.getBoundingClientRect()}"
            "return [b.x+b.width/2,b.y+b.height/2]})()" % json.dumps(selector))
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left",
                      clickCount=1)

    def close(self):
        os.close(self.out)
        os.close(self.into)
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
