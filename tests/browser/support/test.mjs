// node:test with a limit for each test: a page that never answers fails its test by name and does not hold up the run.
import { test as unlimited } from "node:test";

export { after, before } from "node:test";

// Several times what the longest takes beside other work.
const timeout = 240_000;

// test(name, run) or test(name, options, run).
export const test = (name, ...more) => unlimited(name, { timeout, ...more.slice(0, -1)[0] }, more.at(-1));
