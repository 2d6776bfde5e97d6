// How the page starts: on slow 3G (400 kbit/s, 400 ms) and a processor a quarter as fast, how soon prices are on screen
// and the portal is usable; and how long the page's own tasks last at most, in processor time at that speed.
//
//   node tests/bench/start.mjs [--rounds N]    after script/test or script/server
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { launch_whole } from "../browser/support/browser.mjs";
import { serve_site } from "../browser/support/site.mjs";

const slowdown = 4;
const slow_3g = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const goals = { usable_ms: 6000, task_ms: 50 };
const { values: options } = parseArgs({ options: { rounds: { type: "string", default: "3" } } });

// What the page answers, asked once a second: that takes the page's time, too. Not by the driver's own functions, for which
// it evaluates a script of hundreds of kilobytes in the page.
async function answer_of(session, expression) {
  for (let tries = 0; tries < 120; ++tries) {
    await setTimeout(1000);
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception.description);
    if (result.value) return result.value;
  }
  throw new Error("the portal is not usable after two minutes");
}

async function visit(browser, url, { is_slow_line }) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await session.send("Network.enable");
  if (is_slow_line) await session.send("Network.emulateNetworkConditions", slow_3g);
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
    // Usable: the portal is ready, and what it shows has been laid out and painted.
    new MutationObserver((_changes, observer) => {
      if (document.querySelector("#portal")?.dataset.state !== "ready") return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => (window.usable = performance.now())));
    }).observe(document, { subtree: true, attributeFilter: ["data-state"] });
  });
  const events = [];
  const tracing = await browser.newBrowserCDPSession();
  tracing.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await tracing.send("Tracing.start", { categories: "devtools.timeline,disabled-by-default-devtools.timeline,toplevel,v8", transferMode: "ReportEvents" });
  await page.goto(url, { waitUntil: "commit" });
  const seen = await answer_of(session, `window.usable && ({
    paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    usable: window.usable,
    shift: window.shifts.reduce((sum, { value }) => sum + value, 0),
    shifted: window.shifts.map(({ value, sources }) => value.toFixed(3) + " " + sources.map(({ node }) => node?.className || node?.tagName)),
  })`);
  const complete = new Promise((resolve) => tracing.once("Tracing.tracingComplete", resolve));
  await tracing.send("Tracing.end");
  await complete;
  await context.close();
  return { ...seen, tasks: tasks_of(events, url) };
}

// Events that say that code runs, outermost first: an evaluated module, an event's handler, a message's, a promise's.
const runs_code = ["v8.evaluateModule", "v8.callFunction", "FunctionCall", "RunMicrotasks"];

// The main thread's tasks by processor time, longest first, ms: what else the machine does is not counted. `all`: whole tasks,
// with what the browser itself does in them to open, lay out and paint the page. `code`: what the page's script and module
// take of each, with the layout that they ask for.
function tasks_of(events, url) {
  const parsing = events.find(({ name, args }) => name === "ParseHTML" && args?.beginData?.url === url);
  const here = events.filter(({ pid, tid, tdur }) => pid === parsing.pid && tid === parsing.tid && tdur);
  const is_within = (inner, outer) => inner !== outer && inner.ts >= outer.ts && inner.ts + inner.dur <= outer.ts + outer.dur;
  const outermost = (some) => some.filter((one) => !some.some((other) => is_within(one, other)));
  const tasks = outermost(here.filter(({ name }) => /RunTask$/.test(name)));
  const calls = outermost(here.filter(({ name }) => runs_code.includes(name)));
  const code = tasks.map((task) => calls.filter((call) => is_within(call, task)).reduce((sum, { tdur }) => sum + tdur, 0));
  const longest = (times) => times.map((time) => time / 1000).sort((a, b) => b - a);
  return { all: longest(tasks.map(({ tdur }) => tdur)), code: longest(code) };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const server = await serve_site();
const browser = await launch_whole();
try {
  const fast = [];
  const slow = [];
  for (let round = 0; round < Number(options.rounds); ++round) {
    fast.push(await visit(browser, server.url, { is_slow_line: false }));
    slow.push(await visit(browser, server.url, { is_slow_line: true }));
  }
  const say = (what, value, goal) => console.log(`${what.padEnd(58)} ${value}${goal ? `, goal ${goal}` : ""}`);
  const longest = (kind) => fast.map(({ tasks }) => tasks[kind].slice(0, 5).map((ms) => ms.toFixed(0)).join(" ")).join(" | ");
  say("our code's longest in a task at a quarter of the speed, ms", longest("code"), goals.task_ms);
  say("longest tasks of the page, the browser's work with them", longest("all"));
  say("first paint on slow 3G, ms", median(slow.map(({ paint }) => paint)).toFixed(0));
  say("usable on slow 3G, ms", median(slow.map(({ usable }) => usable)).toFixed(0), goals.usable_ms);
  for (const shifted of new Set(slow.flatMap((visit) => visit.shifted))) console.log(`shifted: ${shifted}`);
  say("layout shift", Math.max(...[...fast, ...slow].map(({ shift }) => shift)).toFixed(3));
} finally {
  await browser.close();
  server.close();
}
