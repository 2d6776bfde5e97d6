// Chromium for tests: headless, without a GPU, no background traffic.
import { chromium } from "playwright-core";

export function launch(more_flags = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--no-first-run",
      // In a container /dev/shm may hold less than the tiles of two browsers.
      "--disable-dev-shm-usage",
      ...more_flags,
    ],
  });
}
