// Chromium for tests: headless, WebGL2 in software, no background traffic.
import { chromium } from "playwright-core";

export function launch(more_flags = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--enable-unsafe-swiftshader",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--no-first-run",
      ...more_flags,
    ],
  });
}
