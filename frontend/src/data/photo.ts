/** A photo small enough for the book: drawn anew, so that nothing but the picture is in it. */

import { Problem } from "./api";

/** What the integration takes, as a JPEG. */
export const MOST_BYTES = 40_000;
const WIDEST = 640;
const NARROWEST = 160;
const QUALITIES = [0.8, 0.65, 0.5, 0.35];

type Draw = (width: number, quality: number) => Promise<Blob>;

/** Return the JPEG of a picture file. Where and when it was taken, and by what, is not in it any more. */
export async function small(file: Blob): Promise<Blob> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    throw new Problem("not_a_picture");
  }
  try {
    return await fitting(Math.min(WIDEST, picture.width), (width, quality) =>
      drawn(picture, width, quality),
    );
  } finally {
    picture.close();
  }
}

/** Try finer before coarser, and wider before narrower. */
export async function fitting(widest: number, draw: Draw): Promise<Blob> {
  for (let width = widest; width >= Math.min(widest, NARROWEST); width = Math.floor(width * 0.75)) {
    for (const quality of QUALITIES) {
      const blob = await draw(width, quality);
      if (blob.size <= MOST_BYTES) return blob;
    }
  }
  throw new Problem("not_a_picture");
}

function drawn(picture: ImageBitmap, width: number, quality: number): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.max(1, Math.round((picture.height * width) / picture.width));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Problem("not_a_picture"))),
      "image/jpeg",
      quality,
    );
  });
}

export async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
