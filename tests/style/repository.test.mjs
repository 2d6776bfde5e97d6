// What no committed file may contain, and what each room has to have.
import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { read, repository_files, root } from "./sources.mjs";

const binary = /\.(png|ico|ttf|woff2?|wasm|jpg|gz|br)$/;
const texts = repository_files().filter((name) => !binary.test(name) && existsSync(path.join(root, name)));
const errors_of = (find) => texts.flatMap((name) => find(name, read(name)).map((what) => `${name}: ${what}`));

test("the lock file names versions and hashes, but no address to download from", () => {
  const { packages } = JSON.parse(read("package-lock.json"));
  const entries = Object.entries(packages).filter(([name]) => name !== "");
  assert.ok(entries.length > 0);
  assert.deepEqual(entries.filter(([, entry]) => entry.resolved !== undefined).map(([name]) => name), []);
  assert.deepEqual(entries.filter(([, entry]) => entry.integrity === undefined).map(([name]) => name), []);
});

test("no file names a package registry's host", () => {
  // In parts, so that this file does not name them either.
  const hosts = [["registry", "npmjs"], ["registry", "yarnpkg"], ["deb", "debian"], ["pypi", "org"]].map((host) => host.join("."));
  assert.deepEqual(errors_of((_name, text) => hosts.filter((host) => text.includes(host))), []);
});

test("no third-party source is committed", () => {
  const third_party = /(^|\/)(imgui(_\w+)?\.(cpp|h)|json\.hpp|doctest\.h|imstb_\w+\.h)$/;
  assert.deepEqual(repository_files().filter((name) => third_party.test(name)), []);
});

test("text files end with a line break and have no blanks at line ends", () => {
  // Golden files, invalid inputs and the exports of other programs are kept to the byte.
  const kept = /^tests\/(golden|.*\/catalogues|.*\/exports|.*\/golden)\//;
  assert.deepEqual(
    errors_of((name, text) => {
      if (kept.test(name) || text === "") return [];
      const trailing = text.split("\n").findIndex((line) => /[ \t\r]$/.test(line));
      return [
        ...(text.endsWith("\n") ? [] : ["no line break at the end"]),
        ...(trailing >= 0 ? [`blanks at the end of line ${trailing + 1}`] : []),
      ];
    }),
    [],
  );
});

test("every room has a README of five to ten lines", () => {
  const folders = ["core", "ui", "wasm", "endpoint", "cli", "site", "templates", "documents", "languages"];
  const divided = ["core", "endpoint", "ui", "tests"].flatMap((folder) =>
    repository_files().filter((name) => name.startsWith(`${folder}/`)).map((name) => name.split("/").slice(0, 2).join("/")),
  );
  const without_code = /^tests\/(golden|packaging)$/;
  const rooms = [...new Set([...folders, ...divided])].filter(
    (room) => existsSync(path.join(root, room)) && statSync(path.join(root, room)).isDirectory() && !without_code.test(room),
  );
  assert.ok(rooms.length > 10, rooms.join(" "));
  const lines = (room) => (existsSync(path.join(root, room, "README.md")) ? read(`${room}/README.md`).trim().split("\n").length : 0);
  assert.deepEqual(rooms.filter((room) => lines(room) < 5 || lines(room) > 10), []);
});
