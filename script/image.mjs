// A container image in OCI layout, from one layer: script/release calls it. The user is no root, the store's folder is the only
// one to be written.
//
//   node script/image.mjs LAYER.tar FOLDER VERSION ARCHITECTURE
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { source_time } from "./sbom.mjs";

const [layer_file, folder, version, architecture] = process.argv.slice(2);
const blobs = path.join(folder, "blobs/sha256");
const sha256 = (content) => createHash("sha256").update(content).digest("hex");
mkdirSync(blobs, { recursive: true });

// Writes a blob under its hash and returns its descriptor.
function add(media_type, content) {
  const digest = sha256(content);
  writeFileSync(path.join(blobs, digest), content);
  return { mediaType: media_type, digest: `sha256:${digest}`, size: content.length };
}
const add_json = (media_type, value) => add(media_type, Buffer.from(JSON.stringify(value)));

const layer = readFileSync(layer_file);
const created = source_time().toISOString();
const state = "/var/lib/kontingent";
const config = add_json("application/vnd.oci.image.config.v1+json", {
  created,
  architecture,
  os: "linux",
  config: {
    User: "65532:65532",
    WorkingDir: state,
    ExposedPorts: { "8080/tcp": {} },
    Volumes: { [state]: {} },
    Env: ["PATH=/usr/bin", "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt"],
    Entrypoint: ["/usr/bin/kontingent"],
    Cmd: ["serve", "--site", "/usr/share/kontingent/site", "--store", `${state}/requests.sqlite`, "--listen", "0.0.0.0:8080"],
    StopSignal: "SIGTERM",
    Labels: { "org.opencontainers.image.title": "kontingent", "org.opencontainers.image.version": version, "org.opencontainers.image.licenses": "MIT" },
  },
  rootfs: { type: "layers", diff_ids: [`sha256:${sha256(layer)}`] },
  history: [{ created, created_by: "script/release" }],
});
const manifest = add_json("application/vnd.oci.image.manifest.v1+json", {
  schemaVersion: 2,
  mediaType: "application/vnd.oci.image.manifest.v1+json",
  config,
  layers: [add("application/vnd.oci.image.layer.v1.tar+gzip", gzipSync(layer, { level: 6 }))],
});
const named = { ...manifest, platform: { architecture, os: "linux" }, annotations: { "org.opencontainers.image.ref.name": `kontingent:${version}` } };
writeFileSync(path.join(folder, "index.json"), JSON.stringify({ schemaVersion: 2, mediaType: "application/vnd.oci.image.index.v1+json", manifests: [named] }));
writeFileSync(path.join(folder, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
