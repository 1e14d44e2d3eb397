// Builds static/src into static/build: hashed files, precompressed, with a manifest.
import { createHash } from "node:crypto";
import {
  chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync,
} from "node:fs";
import { basename } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const BUILD = "static/build";
// Built aside and put in place at the end: a server that starts meanwhile finds a whole build.
const OUT = mkdtempSync("static/.build-");
chmodSync(OUT, 0o755);
const PERSON = "static/src/pages/account.js"; // comes to every page of whoever has an account
const ENTRIES = { "static/src/pages/app.js": "app.js", "static/src/css/style.css": "style.css" };
const common = {
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome107", "firefox104", "safari16"],
  outdir: OUT,
  logLevel: "warning",
  legalComments: "none",
};

const app = await build({
  ...common,
  entryPoints: { app: "static/src/pages/app.js", style: "static/src/css/style.css" },
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  splitting: true,
  metafile: true,
});
// The worker keeps its name: the browser compares it byte by byte to find a new version.
await build({
  ...common,
  entryPoints: { worker: "static/src/pwa/worker.js" },
  format: "iife",
  define: { "process.env.NODE_ENV": '"production"' },
});

const files = {};
const integrity = {};
for (const [path, output] of Object.entries(app.metafile.outputs)) {
  // Parts that are loaded later are entry points too, to esbuild.
  const name = ENTRIES[output.entryPoint];
  if (!name) continue;
  files[name] = basename(path);
  integrity[name] = "sha384-" + createHash("sha384").update(readFileSync(path)).digest("base64");
}
const all = readdirSync(OUT).filter((name) => name !== "worker.js").sort();
for (const name of readdirSync(OUT)) {
  const bytes = readFileSync(`${OUT}/${name}`);
  writeFileSync(`${OUT}/${name}.br`, brotliCompressSync(bytes));
  writeFileSync(`${OUT}/${name}.gz`, gzipSync(bytes, { level: 9 }));
}
const pages = scriptsOfEachPart(app.metafile.outputs);
writeFileSync(`${OUT}/manifest.json`, JSON.stringify({ files, integrity, all, pages }, null, 1));

const old = `${OUT}-old`;
if (existsSync(BUILD)) renameSync(BUILD, old);
renameSync(OUT, BUILD);
rmSync(old, { recursive: true, force: true });

/**
 * What a page downloads in scripts, by the part that is its own: the entry, what comes with an
 * account, and that part, each with all that it imports at once.
 * @param {import("esbuild").Metafile["outputs"]} outputs
 */
function scriptsOfEachPart(outputs) {
  const made = Object.entries(outputs);
  const pathOf = (source) => made.find(([, output]) => output.entryPoint === source)[0];
  const entry = pathOf("static/src/pages/app.js");
  const always = [entry, pathOf(PERSON)];
  const own = outputs[entry].imports.filter(({ kind }) => kind === "dynamic-import");
  return Object.fromEntries(own.map(({ path }) => [
    outputs[path].entryPoint.replace("static/src/", ""),
    [...atOnce(outputs, [...always, path])].map((file) => basename(file)).sort(),
  ]));
}

/** These files and all that they import at once. */
function atOnce(outputs, paths, seen = new Set()) {
  for (const path of paths.filter((one) => !seen.has(one))) {
    const needed = outputs[path].imports.filter(({ kind }) => kind === "import-statement");
    atOnce(outputs, needed.map((one) => one.path), seen.add(path));
  }
  return seen;
}
