import { crc32, deflateSync, inflateSync } from "node:zlib";

/** A PNG of 8-bit RGB or RGBA as one of at most 256 colours, about a third of its size. Transparency is dropped. */
export function fewerColours(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const palette = commonest(pixels, 256);
  const nearest = new Map<number, number>(palette.map((colour, at) => [colour, at]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < pixels.length; at++) {
    const colour = pixels[at]!;
    let place = nearest.get(colour);
    if (place === undefined) {
      place = closest(palette, colour);
      nearest.set(colour, place);
    }
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = place;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]));
  const body = [chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", deflateSync(rows, { level: 9 }))];
  return Buffer.concat([png.subarray(0, 8), ...body, chunk("IEND", Buffer.alloc(0))]);
}

/** Undoes the five filters of PNG (ISO/IEC 15948, 9.2). One number 0xRRGGBB a pixel. */
function decode(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * size;
  const line = new Uint8Array(stride);
  const above = new Uint8Array(stride);
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x >= size ? line[x - size]! : 0;
      const corner = x >= size ? above[x - size]! : 0;
      const up = above[x]!;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0]!;
      line[x] = raw[y * (stride + 1) + 1 + x]! + guess;
    }
    for (let x = 0; x < width; x++) {
      const at = x * size;
      pixels[y * width + x] = (line[at]! << 16) | (line[at + 1]! << 8) | line[at + 2]!;
    }
    above.set(line);
  }
  return { width, height, pixels };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The commonest colour of each eighth of each channel first, so that one small red mark stays red. */
function commonest(pixels: Uint32Array, most: number): number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const ranked = [...counts].sort((one, other) => other[1] - one[1]).map(([colour]) => colour);
  const kinds = new Map<number, number>();
  for (const colour of ranked) if (!kinds.has(colour & 0xe0e0e0)) kinds.set(colour & 0xe0e0e0, colour);
  return [...new Set([...kinds.values(), ...ranked])].slice(0, most);
}

function closest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, other] of palette.entries()) {
    const [r, g, b] = [16, 8, 0].map((by) => ((colour >> by) & 255) - ((other >> by) & 255)) as [
      number,
      number,
      number,
    ];
    const distance = r * r + g * g + b * b;
    if (distance < least) [best, least] = [at, distance];
  }
  return best;
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(content.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}
