/**
 * Builds the panel into the integration: custom_components/kuma_bouhan/frontend.
 *
 *   node build.mjs            writes it
 *   node build.mjs --check    fails where what is committed is not what the source makes
 *
 * Nothing in the output depends on the machine or the time, so two builds can be compared.
 */
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = resolve(HERE, "../custom_components/kuma_bouhan/frontend");

/** The options that the development server shares. */
export const OPTIONS = {
  absWorkingDir: HERE,
  entryPoints: { panel: "src/panel.ts", cards: "src/cards.ts" },
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022"],
  chunkNames: "chunks/[name]-[hash]",
  charset: "utf8",
  logLevel: "warning",
};

/** Build into a folder; return the files by name. */
async function make(folder) {
  const result = await build({
    ...OPTIONS,
    outdir: folder,
    write: false,
    minify: true,
    legalComments: "none",
    metafile: true,
  });
  const files = new Map();
  for (const file of result.outputFiles) files.set(relative(folder, file.path), file.contents);
  files.set("LICENSES.txt", Buffer.from(await licenses(result.metafile)));
  files.set("build.json", Buffer.from(`${JSON.stringify({ version: hash(files) })}\n`));
  return files;
}

/** Return a hash of all that is served: it is part of the address. */
function hash(files) {
  const digest = createHash("sha256");
  for (const name of [...files.keys()].sort()) {
    digest.update(`${name}\0${files.get(name).length}\0`).update(files.get(name));
  }
  return digest.digest("hex").slice(0, 16);
}

/** Return the licences of the packages that are inside the bundle. */
async function licenses(metafile) {
  const names = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) names.add(found[1]);
  }
  const texts = [];
  for (const name of [...names].sort()) {
    const folder = join(HERE, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
    const text = file ? await readFile(join(folder, file), "utf8") : "";
    texts.push(`${name} ${version} (${license})\n\n${text.trim()}\n`);
  }
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

async function listed(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".py"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Return what differs between a build and what is committed. */
async function stale(files) {
  const wrong = [];
  for (const [name, contents] of files) {
    const there = await readFile(join(OUT, name)).catch(() => null);
    if (!there || !there.equals(contents)) wrong.push(name);
  }
  for (const name of await listed(OUT)) if (!files.has(name)) wrong.push(name);
  return wrong.sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const scratch = await mkdtemp(join(tmpdir(), "panel-"));
  const files = await make(scratch).finally(() => rm(scratch, { recursive: true }));
  if (process.argv.includes("--check")) {
    const wrong = await stale(files);
    if (wrong.length) {
      console.error(`The committed panel is stale (npm run build): ${wrong.join(", ")}`);
      process.exit(1);
    }
  } else {
    await rm(OUT, { recursive: true, force: true });
    for (const [name, contents] of files) {
      await mkdir(dirname(join(OUT, name)), { recursive: true });
      await writeFile(join(OUT, name), contents);
    }
    for (const [name, contents] of [...files].sort()) {
      const kb = (size) => `${(size / 1000).toFixed(1)} kB`.padStart(9);
      console.log(`${kb(contents.length)} ${kb(gzipSync(contents).length)} gzipped  ${name}`);
    }
  }
}
