// node:test with a limit for each test: a page that never answers fails its test by name and does not hold up the run.
import { test as unlimited } from "node:test";

export { after, before } from "node:test";

// Several times what the longest takes beside other work.
const timeout = 240_000;

export const test = (name, run) => unlimited(name, { timeout }, run);
