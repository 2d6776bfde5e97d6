// The browser of the tests, headless and without background traffic: Chromium, or with KONTINGENT_BROWSER=firefox
// Firefox, each as Debian has it. Firefox is driven by WebDriver BiDi.
//
// launch() takes Chromium's headless shell where there is one: the same engine without a window, whose own pages take
// as much processor time as the tests. launch_whole() takes the browser that people have.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, firefox } from "playwright-core";

export const engine = process.env.KONTINGENT_BROWSER ?? "chromium";

const downloads = new WeakMap(); // browser to the folder that it downloads to

const whole_chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const headless_shell = "/usr/bin/chromium-headless-shell";
const quick_chromium = !process.env.CHROMIUM && existsSync(headless_shell) ? headless_shell : whole_chromium;

const engines = {
  chromium: (more_flags, left_out, executablePath) =>
    chromium.launch({
      ignoreDefaultArgs: left_out,
      executablePath,
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
    }),
  firefox: () => {
    const folder = mkdtempSync(path.join(tmpdir(), "kontingent-downloads-"));
    return firefox
      .launch({
        channel: "moz-firefox",
        executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
        downloadsPath: folder,
        firefoxUserPrefs: {
          "network.captive-portal-service.enabled": false,
          "network.connectivity-service.enabled": false,
          "pdfjs.disabled": true, // else it opens a downloaded PDF
          // What the tests ask of a context, and WebDriver BiDi does not set; and scroll bars as Chromium has them here.
          "ui.prefersReducedMotion": 1,
          "general.smoothScroll": false,
          "ui.useOverlayScrollbars": 1,
        },
      })
      .then((browser) => {
        downloads.set(browser, folder);
        browser.on("disconnected", () => rmSync(folder, { recursive: true, force: true }));
        return browser;
      });
  },
};

// `left_out`: flags of Playwright's own that Chromium is to start without.
export const launch = (more_flags = [], left_out = []) => engines[engine](more_flags, left_out, quick_chromium);
export const launch_whole = (more_flags = [], left_out = []) => engines[engine](more_flags, left_out, whole_chromium);

// The file that the page offers after `act`: { name, content }. WebDriver BiDi says of a download without a
// navigation only where it went.
export async function downloaded(page, act) {
  const folder = downloads.get(page.context().browser());
  if (!folder) {
    const [download] = await Promise.all([page.waitForEvent("download"), act()]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  }
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
  await act();
  for (let tries = 0; tries < 600; ++tries) {
    const names = readdirSync(folder);
    const content = names.length === 1 && !names[0].endsWith(".part") ? readFileSync(path.join(folder, names[0])) : "";
    if (content.length > 0) return { name: names[0], content };
    await pause(100);
  }
  throw new Error("nothing was downloaded");
}
