/**
 * The panel with made-up answers, without Home Assistant: http://127.0.0.1:8127/kuma-bouhan
 * Not shipped. Footage is a test picture, made by ffmpeg where there is one.
 */
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OPTIONS } from "../build.mjs";
import { answer, day, iso, overview, sessionOf } from "./fixtures.mjs";
import * as duties from "./fixtures-duties.mjs";
import * as forms from "./fixtures-forms.mjs";
import * as requests from "./fixtures-requests.mjs";

const PORT = Number(process.env.PORT ?? 8127);
const HERE = import.meta.dirname;
const CLIPS = join(tmpdir(), "panel-dev-clips");
const SEGMENT_S = 2;
const CHUNK_S = 60;

/** @type {Map<string, Uint8Array>} */
let files = new Map();

async function bundle() {
  const result = await build({
    ...OPTIONS,
    entryPoints: { harness: "dev/harness.ts" },
    outdir: "/dev",
    write: false,
    sourcemap: "inline",
  });
  files = new Map(result.outputFiles.map((file) => [file.path, file.contents]));
}

/** One minute of moving picture as fragmented MP4, as a camera would give it. */
function clips() {
  if (existsSync(join(CLIPS, "init.mp4"))) return;
  mkdirSync(CLIPS, { recursive: true });
  execFileSync("ffmpeg", [
    ..."-v error -y -f lavfi -i testsrc2=size=1280x720:rate=15 -t 60 -c:v libx264 -preset veryfast -pix_fmt yuv420p".split(
      " ",
    ),
    ...`-g ${15 * SEGMENT_S} -keyint_min ${15 * SEGMENT_S} -sc_threshold 0 -f hls -hls_time ${SEGMENT_S} -hls_list_size 0`.split(
      " ",
    ),
    ..."-hls_segment_type fmp4 -hls_fmp4_init_filename init.mp4 -hls_segment_filename".split(" "),
    join(CLIPS, "%d.m4s"),
    join(CLIPS, "list.m3u8"),
  ]);
  for (const at of [0, 10, 20, 30, 40, 50]) {
    execFileSync(
      "ffmpeg",
      `-v error -y -ss ${at} -f lavfi -i testsrc2=size=960x540 -frames:v 1 ${join(CLIPS, `${at}.jpg`)}`.split(
        " ",
      ),
    );
  }
}

/** The playlist of a session: a chunk a minute, a discontinuity at each. */
function playlist(session, camera) {
  const lines = [
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    `#EXT-X-TARGETDURATION:${SEGMENT_S}`,
    "#EXT-X-PLAYLIST-TYPE:VOD",
  ];
  const from = Date.parse(session.start);
  const to = Date.parse(session.end);
  const { stretches } = day(camera, iso(from).slice(0, 10));
  let first = true;
  for (const stretch of stretches) {
    const end = Math.min(Date.parse(stretch.end), to);
    for (let at = Math.max(Date.parse(stretch.start), from); at < end; at += CHUNK_S * 1000) {
      if (!first) lines.push("#EXT-X-DISCONTINUITY");
      first = false;
      lines.push(
        `#EXT-X-MAP:URI="${at}/init.mp4"`,
        `#EXT-X-PROGRAM-DATE-TIME:${new Date(at).toISOString()}`,
      );
      for (let n = 0; n < CHUNK_S / SEGMENT_S && at + n * SEGMENT_S * 1000 < end; n += 1) {
        lines.push(`#EXTINF:${SEGMENT_S.toFixed(3)},`, `${at}/${n}.m4s`);
      }
    }
  }
  return [...lines, "#EXT-X-ENDLIST", ""].join("\n");
}

async function read(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const text = Buffer.concat(parts).toString();
  return text ? JSON.parse(text) : {};
}

function footage(path) {
  const [, id, camera, chunk, name] = path;
  const session = sessionOf(id);
  if (!session) return null;
  if (chunk === "playlist.m3u8")
    return ["application/vnd.apple.mpegurl", playlist(session, camera)];
  if (chunk === "still.jpg") return ["image/jpeg", readFileSync(join(CLIPS, "20.jpg"))];
  if (name) return ["video/mp4", readFileSync(join(CLIPS, name))];
  return null;
}

/** The picture of a moment, of what was permitted to be given out. */
function still([first, second], url) {
  if (first === "deeds") return ["image/jpeg", readFileSync(join(CLIPS, "20.jpg"))];
  if (first !== "requests" || second !== "still") return null;
  const at = Math.floor(Date.parse(url.searchParams.get("at")) / 10_000) % 6;
  return ["image/jpeg", readFileSync(join(CLIPS, `${at * 10}.jpg`))];
}

const TYPES = { js: "text/javascript", html: "text/html; charset=utf-8", json: "application/json" };

const server = createServer(async (request, response) => {
  const url = new URL(request.url, "http://x");
  const send = (status, type, body) => {
    response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
  };
  try {
    if (url.pathname === "/dev/ws") {
      const message = await read(request);
      const { websocket } = await import("./fixtures-people.mjs").catch(() => ({}));
      const said =
        message.type === "kuma_bouhan/overview/subscribe"
          ? { ...overview(url.searchParams.get("scene")), requests: requests.counts() }
          : (duties.websocket(message) ?? websocket?.(message) ?? requests.websocket(message));
      return send(
        said === undefined ? 404 : 200,
        TYPES.json,
        JSON.stringify(said ?? { code: "unknown_command" }),
      );
    }
    if (url.pathname.startsWith("/api/camera_proxy/")) {
      return send(200, "image/jpeg", readFileSync(join(CLIPS, "10.jpg")));
    }
    if (url.pathname === "/dev/still.jpg") {
      const second = Math.floor(Number(url.searchParams.get("at")) / 10_000) % 6;
      return send(200, "image/jpeg", readFileSync(join(CLIPS, `${second * 10}.jpg`)));
    }
    if (url.pathname.startsWith("/api/kuma_bouhan/")) {
      const path = url.pathname.split("/").slice(3).map(decodeURIComponent);
      const body = request.method === "POST" ? await read(request) : {};
      const { http } = await import("./fixtures-people.mjs").catch(() => ({}));
      const said =
        answer(request.method, path, body) ??
        http?.(request.method, path, body) ??
        duties.http(request.method, path, body) ??
        forms.http(request.method, path, body) ??
        requests.http(request.method, path, body);
      if (said) return send(said.status, TYPES.json, JSON.stringify(said.body));
      const bytes = footage(path) ?? still(path, url);
      return bytes ? send(200, ...bytes) : send(404, TYPES.json, "{}");
    }
    if (url.pathname === "/dev/paper") {
      return send(200, TYPES.html, `<h1>${url.searchParams.get("paper")}</h1>`);
    }
    if (url.pathname === "/dev/download") return send(200, "application/zip", "PK");
    if (files.has(url.pathname)) return send(200, TYPES.js, files.get(url.pathname));
    if (url.pathname === "/" || url.pathname.startsWith("/kuma-bouhan")) {
      await bundle();
      return send(200, TYPES.html, readFileSync(join(HERE, "index.html")));
    }
    return send(404, "text/plain", "");
  } catch (error) {
    console.error(error);
    return send(500, "text/plain", String(error));
  }
});

try {
  clips();
} catch (error) {
  console.error(`No test picture (${error.message}).`);
}
server.listen(PORT, "127.0.0.1", () => console.log(`http://127.0.0.1:${PORT}/kuma-bouhan`));
