// Files whose name changes with their content, so that they may be kept for ever.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";

// Writes FOLDER/assets/NAME.HASH.EXT and returns its path within FOLDER.
export function add_asset(folder, name, content) {
  const { name: stem, ext } = path.parse(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const published = `assets/${stem}.${hash}${ext}`;
  writeFileSync(path.join(folder, published), content);
  return published;
}
