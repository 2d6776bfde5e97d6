// When something fails, the page says so and stays useful.
import assert from "node:assert/strict";
import { after, before, test } from "./support/test.mjs";
import { catalogue, texts } from "./support/site.mjs";
import { eventually, settle, start } from "./support/portal.mjs";

const de = texts("portal", "de");
let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

async function assert_page_is_useful(page, message) {
  assert.ok(await page.locator(`[data-message=${message}]`).isVisible());
  const table = page.locator("table.packages");
  for (const { name } of catalogue().packages) assert.ok((await table.textContent()).includes(name.de));
  assert.ok(await table.isVisible());
  assert.equal(await page.locator("#portal canvas").count(), 0);
}

test("without WebGL the portal is complete", async (t) => {
  const page = await portal.open(t, {
    before: (page) =>
      page.addInitScript(() => {
        const original = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
          return kind.startsWith("webgl") ? null : original.call(this, kind, ...more);
        };
      }),
  });
  assert.ok((await page.locator(".portal-tiles canvas").count()) > 3);
});

test("without WebAssembly the page says so", async (t) => {
  const page = await portal.open(t, {
    state: "failed",
    before: (page) => page.addInitScript(() => delete globalThis.WebAssembly),
  });
  await assert_page_is_useful(page, "unsupported");
});

for (const [name, pattern] of [
  ["the module", "**/portal.*.wasm"],
  ["the texts", "**/portal.de.*.json"],
  ["the catalogue", "**/catalogue.*.json"],
])
  test(`the page says so when ${name} does not load`, async (t) => {
    const page = await portal.open(t, {
      state: "failed",
      allowed_errors: /./,
      before: (page) => page.route(pattern, (route) => route.fulfill({ status: 404 })),
    });
    await assert_page_is_useful(page, "failed");
  });

test("where a font does not come, the portal is laid out in another", async (t) => {
  const page = await portal.open(t, {
    allowed_errors: /404/,
    before: (page) => page.route("**/inter-*.woff2", (route) => route.fulfill({ status: 404 })),
  });
  assert.ok(await page.getByRole("textbox", { name: de.hours_per_month }).isVisible());
});

test("an invalid module is reported and leaves no blank page", async (t) => {
  const page = await portal.open(t, {
    state: "failed",
    allowed_errors: /./,
    before: (page) =>
      page.route("**/portal.*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "nonsense" })),
  });
  await assert_page_is_useful(page, "failed");
});

test("a module that traps is reported once and not called again", async (t) => {
  const page = await portal.open(t, {
    allowed_errors: /unreachable/,
    before: (page) =>
      page.addInitScript(() => {
        const { Instance } = WebAssembly;
        window.calls = 0;
        WebAssembly.Instance = function (...parts) {
          const { exports } = new Instance(...parts);
          const frame = (...seen) => {
            window.calls++;
            if (window.is_broken) throw new WebAssembly.RuntimeError("unreachable");
            return exports.frame(...seen);
          };
          return { exports: { ...exports, frame } };
        };
      }),
    uncaught: /^unreachable$/,
  });
  await settle(page);
  await page.evaluate(() => ((window.is_broken = true), (window.calls = 0)));
  // Where a frame was due already, its failure removes the control before.
  await page.getByRole("radio", { name: de.gross }).hover({ timeout: 10_000 }).catch(() => {});
  await page.locator("#portal[data-state=failed]").waitFor({ state: "attached" });
  await page.setViewportSize({ width: 800, height: 800 });
  await page.mouse.move(500, 500);
  await settle(page);
  assert.equal(await page.evaluate(() => window.calls), 1);
  await assert_page_is_useful(page, "failed");
});

test("an invalid catalogue shows its errors instead of figures", async (t) => {
  const invalid = catalogue();
  invalid.packages[0].monthly_price = -1;
  invalid.packages[1].services.push("no-such-service");
  const page = await portal.open(t, {
    before: (page) =>
      page.route("**/catalogue.*.json", (route) =>
        route.fulfill({ contentType: "application/json", body: JSON.stringify(invalid) }),
      ),
  });
  const host = page.locator("#portal");
  await eventually(async () => assert.ok((await host.textContent()).includes(de.errors_title)));
  for (const pointer of ["/packages/0/monthly_price", "/packages/1/services/"])
    assert.ok((await host.textContent()).includes(pointer), pointer);
  assert.equal(await host.getByRole("slider").count(), 0);
});

test("the portal keeps working when the network is lost", async (t) => {
  const page = await portal.open(t);
  await page.context().setOffline(true);
  await page.getByRole("textbox", { name: de.hours_per_month }).fill("25");
  await page.getByRole("radio", { name: de.way_by_month }).click();
  await page.getByRole("list", { name: de.compare_title }).getByRole("button").first().click();
  await eventually(async () => assert.equal(await page.getByRole("table", { name: de.months_caption }).count(), 1));
});

test("the portal works where storage is forbidden", async (t) => {
  const page = await portal.open(t, {
    before: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(window, "sessionStorage", {
          get() {
            throw new DOMException("denied", "SecurityError");
          },
        });
      }),
  });
  await page.getByRole("textbox", { name: de.hours_per_month }).fill("25");
  await settle(page);
  assert.equal(await page.getByRole("textbox", { name: de.hours_per_month }).inputValue(), "25");
});

test("the summary can be copied", async (t) => {
  const page = await portal.open(t, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByRole("button", { name: de.copy_summary }).click();
  await eventually(async () => assert.match(await page.evaluate(() => navigator.clipboard.readText()), /16\.884,00/));
});
