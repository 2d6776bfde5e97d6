// WebKitGTK over WebDriver, with the part of Playwright's Page and Locator that a visit needs: Playwright has no driver
// for the WebKit that Debian has. It needs a screen; Xvfb is one.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

const keys = { Backspace: "\uE003", Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Control: "\uE009", Escape: "\uE00C", Space: " ", PageUp: "\uE00E", PageDown: "\uE00F", End: "\uE010", Home: "\uE011", ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015" };
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function free_port() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function start_screen() {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1300x24"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(createInterface({ input: screen.stdio[3] }), "line");
  return { screen, display: `:${number}` };
}

// Runs in the page: the elements that the steps of a locator lead to.
function find(steps) {
  const selectors = {
    button: "button, [role=button], input[type=submit]",
    checkbox: "input[type=checkbox], [role=checkbox]",
    form: "form, [role=form]",
    heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
    link: "a[href], [role=link]",
    list: "ul, ol, [role=list]",
    listitem: "li, [role=listitem]",
    radio: "input[type=radio], [role=radio]",
    row: "tr, [role=row]",
    slider: "input[type=range], [role=slider]",
    status: "output, [role=status]",
    table: "table, [role=table]",
    textbox: "input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=search], textarea, [role=textbox]",
  };
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const name_of = (element) => {
    const by = (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    const labels = [...(element.labels ?? [])].map(({ textContent }) => textContent).join(" ");
    return plain(element.getAttribute("aria-label") || by || labels || (element.querySelector("caption") ?? element).textContent);
  };
  const fits = ({ name, pattern, exact }, found) =>
    pattern ? new RegExp(...pattern).test(found) : name === undefined || (exact ? found === plain(name) : found.toLowerCase().includes(plain(name).toLowerCase()));
  return steps.reduce(
    (found, step) => {
      if ("index" in step) return found.slice(step.index).slice(0, step.index === -1 ? undefined : 1);
      const below = [...new Set(found.flatMap((element) => [...element.querySelectorAll(step.css ?? selectors[step.role])]))];
      return step.css ? below : below.filter((element) => element.checkVisibility({ visibilityProperty: true }) && fits(step, name_of(element)));
    },
    [document],
  );
}

// Runs in the page: whether the element is in view and is where it was for three frames.
function still_in_view(element) {
  const place = () => JSON.stringify(element.getBoundingClientRect());
  element.scrollIntoView({ block: "center", behavior: "instant" });
  return new Promise((resolve) => {
    const look = (frames, before) => requestAnimationFrame(() => (place() !== before ? resolve(false) : frames ? look(frames - 1, before) : resolve(true)));
    look(3, place());
  });
}

// Runs in the page: notes whether the next press is on the element, or else on what. Texts that belong to a row lie beside
// its button, and hand the press on.
function watch_press(element) {
  window.press_arrived = null;
  addEventListener(
    "pointerdown",
    ({ target }) => (window.press_arrived = element.contains(target) || target.parentElement.contains(element) || target.outerHTML.slice(0, 200)),
    { capture: true, once: true },
  );
}

class Locator {
  constructor(page, steps) {
    Object.assign(this, { page, steps });
  }
  further = (step) => new Locator(this.page, [...this.steps, step]);
  locator = (css) => this.further({ css: css.startsWith(">") ? `:scope ${css}` : css });
  getByRole = (role, { name, exact } = {}) =>
    this.further(name instanceof RegExp ? { role, pattern: [name.source, name.flags] } : { role, name, exact });
  first = () => this.further({ index: 0 });
  last = () => this.further({ index: -1 });
  nth = (index) => this.further({ index });
  // What is found may be gone before the answer is written.
  async run(script, args, how = "sync") {
    const end = Date.now() + this.page.patience;
    for (;;)
      try {
        return await this.page.call("POST", `/execute/${how}`, { script, args });
      } catch (error) {
        if (!/stale element/.test(error.message) || Date.now() > end) throw error;
      }
  }
  count = () => this.run(`return (${find})(...arguments).length`, [this.steps]);
  // Runs with the element, once there is one and no more; like Playwright's.
  async evaluate(run, argument) {
    const script = `const found = (${find})(arguments[0]), done = arguments[2]; Promise.resolve(found.length === 1 ? (${run})(found[0], arguments[1]) : null).then((value) => done({ count: found.length, value }))`;
    const end = Date.now() + this.page.patience;
    for (;;) {
      const { count, value } = await this.run(script, [this.steps, argument ?? null], "async");
      if (count === 1) return value;
      if (Date.now() > end) {
        const shown = await this.page.evaluate(() => `${location.href} ${document.querySelector("#portal")?.dataset.state}: ${document.querySelector("#portal")?.innerText.slice(0, 300)}`);
        throw new Error(`${count} elements for ${JSON.stringify(this.steps)}; shown: ${shown}`);
      }
      await pause(50);
    }
  }
  async waitFor({ state = "visible" } = {}) {
    if (state !== "detached") return void (await this.evaluate(() => {}));
    const end = Date.now() + this.page.patience;
    while (await this.count()) {
      if (Date.now() > end) throw new Error(`still there: ${JSON.stringify(this.steps)}`);
      await pause(50);
    }
  }
  textContent = () => this.evaluate((element) => element.textContent);
  inputValue = () => this.evaluate((element) => element.value);
  isChecked = () => this.evaluate((element) => element.checked ?? element.ariaChecked === "true");
  getAttribute = (name) => this.evaluate((element, name) => element.getAttribute(name), name);
  focus = () => this.evaluate((element) => element.focus());
  boundingBox = () => this.evaluate((element) => (({ x, y, width, height }) => ({ x, y, width, height }))(element.getBoundingClientRect()));
  // Scrolls it into view and waits until it holds still over some frames, since what is loaded may move it.
  async hold_still() {
    const end = Date.now() + this.page.patience;
    while (!(await this.evaluate(still_in_view))) if (Date.now() > end) throw new Error(`moves: ${JSON.stringify(this.steps)}`);
  }
  // As a person presses: in its middle, wherever that is when the press is made. A press that another element took, or
  // none, is made again.
  async click() {
    const end = Date.now() + this.page.patience;
    for (;;) {
      await this.hold_still();
      await this.evaluate(watch_press);
      const element = await this.run(`return (${find})(...arguments)[0]`, [this.steps]);
      if (element) await this.page.press_on(element).catch((error) => /stale|out of bounds/.test(error.message) || Promise.reject(error));
      const arrived = await this.page.evaluate(() => window.press_arrived);
      if (arrived === true) return;
      if (Date.now() > end) throw new Error(`a press on ${JSON.stringify(this.steps)} arrived at ${arrived}`);
    }
  }
  async press(key) {
    await this.focus();
    await this.page.keyboard.press(key);
  }
  async fill(text) {
    await this.evaluate((element) => (element.focus(), element.select()));
    await this.page.keyboard.press("Backspace");
    if (text) await this.page.keyboard.type(text);
  }
}

const move = ([x, y]) => ({ type: "pointerMove", x: Math.round(x), y: Math.round(y) });
const pressed = (moves = []) => [{ type: "pointerDown", button: 0 }, ...moves, { type: "pointerUp", button: 0 }];

class Page {
  constructor(call, patience) {
    Object.assign(this, { call, patience });
    this.root = new Locator(this, []);
  }
  locator = (css) => this.root.locator(css);
  getByRole = (...wanted) => this.root.getByRole(...wanted);
  goto = (url) => this.call("POST", "/url", { url });
  reload = () => this.call("POST", "/refresh", {});
  goBack = () => this.call("POST", "/back", {});
  goForward = () => this.call("POST", "/forward", {});
  async evaluate(run, argument) {
    const script = `const done = arguments[1]; Promise.resolve((${run})(arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }))`;
    const { value, error } = await this.call("POST", "/execute/async", { script, args: [argument ?? null] });
    if (error) throw new Error(error);
    return value;
  }
  act = (type, id, actions) => this.call("POST", "/actions", { actions: [{ type, id, actions }] });
  press_on = (element) => this.point([{ type: "pointerMove", origin: element, x: 0, y: 0 }, ...pressed()]);
  // Along these points of the window with the button down.
  drag = ([first, ...further]) =>
    this.point([move(first), ...pressed(further.map((point) => ({ ...move(point), duration: 50 })))]);
  point = (actions) =>
    this.call("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
  keyboard = {
    press: (combination) => {
      const parts = combination.split("+").map((key) => keys[key] ?? key);
      const down = parts.map((value) => ({ type: "keyDown", value }));
      return this.act("key", "keyboard", [...down, ...parts.reverse().map((value) => ({ type: "keyUp", value }))]);
    },
    type: (text) => this.act("key", "keyboard", [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }])),
  };
  // The window has bars of its own.
  async setViewportSize({ width, height }) {
    const inner = () => this.evaluate(() => [innerWidth, innerHeight]);
    let outer = [width, height];
    for (let tries = 0; tries < 20; ++tries) {
      await this.call("POST", "/window/rect", { width: outer[0], height: outer[1] });
      await pause(100);
      const [inner_width, inner_height] = await inner();
      if (inner_width === width && inner_height === height) return;
      outer = [outer[0] + width - inner_width, outer[1] + height - inner_height];
    }
    throw new Error(`the window does not become ${width} × ${height} px: ${await inner()}`);
  }
  screenshot = async () => Buffer.from(await this.call("GET", "/screenshot"), "base64");
}

// Returns { page, close }. `patience`: how long to wait for an element, in milliseconds. `environment`: of the browser.
export async function start_webkit(patience, environment = {}) {
  const { screen, display } = await start_screen();
  const port = await free_port();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: "1", ...environment },
  });
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; ++tries)
    try {
      await call("GET", "/status");
      break;
    } catch (error) {
      if (tries > 200) throw error;
      await pause(50);
    }
  const binary = process.env.WEBKIT ?? execFileSync("sh", ["-c", "ls /usr/lib/*/webkit2gtk-4.1/MiniBrowser"]).toString().trim();
  const { sessionId } = await call("POST", "/session", {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary, args: ["--automation"] } } },
  });
  const in_session = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
  return {
    page: new Page(in_session, patience),
    async close() {
      await in_session("DELETE", "").catch(() => {}); // its window may have crashed
      driver.kill();
      screen.kill();
    },
  };
}
